import ModuleDescriptors
import XMLTrees

/// Makes descriptors of every kind of part from a seed.
struct RandomDescriptor {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func make() -> ModuleDescriptor {
    var module = ModuleDescriptor(
      head(),
      lastChangedTime: number(),
      noLicenseID: text(),
      writeHash: text(),
      createdWith: text(),
      interface: interface(),
      functions: list { $0.function() },
      entryPoints: list { $0.entryPoint() },
      tabs: many { $0.tab() },
      texts: many { $0.localized() },
      shortDescription: text(),
      editable: flag()
    )
    if flag() { module.form.references = .decimal }
    return module
  }

  private mutating func function() -> Function {
    if flag() {
      return .java(
        simpleName: text(),
        interface: interface(),
        createTime: number(),
        implementationFile: flag() ? text() : nil
      )
    }
    return Function(
      head(),
      visibility: flag() ? .public : .private,
      interface: interface(),
      statements: statements(depth: 0)
    )
  }

  private mutating func statements(depth: Int) -> DescriptorList<Statement> {
    depth > 4 ? [] : list { $0.statement(depth: depth) }
  }

  private mutating func statement(depth: Int) -> Statement {
    let block = BlockStatement(head(), interface: interface(), statements: statements(depth: depth + 1))
    let simple = SimpleStatement(head(), interface: interface())
    switch below(12) {
    case 0: return .functionCall(FunctionCall(head(), interface: interface(), target: target()))
    case 1:
      let condition = ExpressedVariable(variable(), flag() ? expression(depth: 0) : nil)
      return .if(
        BlockStatement(
          head(),
          interface: Interface(inputs: [.expressed(condition)]),
          statements: statements(depth: depth + 1)
        )
      )
    case 2: return .else(block)
    case 3: return .switch(block)
    case 4: return .case(block)
    case 5: return .forEachInList(block)
    case 6: return .forEachInMap(block)
    case 7:
      return .variableDefinition(
        VariableDefinition(head(), type: .number, variableName: text(), defaultValue: text())
      )
    case 8: return .assignment(simple)
    case 9: return .return(simple)
    case 10: return .exit(simple)
    default: return .comment(CommentStatement(head(), comment: text()))
    }
  }

  private mutating func expression(depth: Int) -> Expression {
    if depth < 3, below(3) == 0 {
      let operands = (0..<below(3)).map { _ in expression(depth: depth + 1) }
      return .nested(NestedExpression(flag() ? .and : .or, operands))
    }
    let kind = ExpressionKind.known[below(ExpressionKind.known.count)]
    return .test(TestExpression(kind, (0..<below(3)).map { _ in variable() }))
  }

  private mutating func entryPoint() -> EntryPoint {
    switch below(5) {
    case 0:
      return .lifeCycle(
        LifeCycleEntryPoint(id: text(), name: text(), function: target(), stage: LifeCycleStage.known[below(6)])
      )
    case 1:
      return .timer(
        TimerEntryPoint(
          id: text(),
          name: text(),
          function: target(),
          timerID: text(),
          variableID: flag() ? text() : nil
        )
      )
    case 2: return .rpc(RPCEntryPoint(id: text(), name: text(), function: target()))
    case 3: return .agiService(AGIServiceEntryPoint(id: text(), name: text(), function: target()))
    default:
      return .agiKernel(
        AGIKernelEntryPoint(id: text(), name: text(), function: target(), stage: CallStage.known[below(9)])
      )
    }
  }

  private mutating func tab() -> GUITab {
    var tab = GUITab(head(), texts: many { $0.localized() }, fields: list { $0.field() })
    if flag() { tab.children = tab.fields }
    return tab
  }

  private mutating func field() -> GUIField {
    let choices = GUIChoices(list { GUIChoice($0.text()) }, defaultSelection: below(3))
    let parts = GUIListParts(listName: flag() ? text() : nil)
    let kinds: [GUIFieldKind] = [
      .headline, .infotext, .textInput, .passwordInput, .numberInput(validation: text()), .checkbox,
      .textChoice(choices), .numberChoice(choices), .userSelection, .groupSelection, .timerSettingsInput,
      .dateTimeInput, .uploadFileInput, .textList(parts), .numberList(parts),
      .keyValueMap(GUIMapParts(keyName: text(), valueType: text())),
    ]
    return .known(
      GUIFieldDescriptor(
        kinds[below(kinds.count)],
        head(),
        variableID: text(),
        maxLength: flag() ? number() : nil,
        texts: many { $0.localized() },
        defaultValue: text()
      )
    )
  }

  private mutating func localized() -> LocalizedText {
    LocalizedText(
      key: text(),
      property: TextProperty.known[below(5)],
      translations: many { Translation($0.text(), $0.flag() ? $0.text() : nil) }
    )
  }

  private mutating func interface() -> Interface {
    Interface(
      inputs: list { $0.parameter() },
      outputs: list { .variable($0.variable()) },
      resources: list { $0.resource() }
    )
  }

  private mutating func parameter() -> Parameter {
    if flag() { return .variable(variable()) }
    return .multipleValue(
      MultipleValueVariable(variable(), values: list { ListItem($0.text(), byReference: $0.flag()) })
    )
  }

  private mutating func variable() -> Variable {
    Variable(
      id: flag() ? text() : nil,
      name: text(),
      type: VariableType.known[below(15)],
      value: text(),
      valueByReference: flag(),
      label: flag() ? text() : nil,
      description: flag() ? text() : nil,
      accessRights: flag() ? "Read" : nil
    )
  }

  private mutating func resource() -> Resource {
    switch below(4) {
    case 0: return .file(FileResource(id: text(), name: text(), fileExtension: text()))
    case 1: return .timer(TimerResource(id: text(), every: number(), .hour, startTime: number()))
    case 2: return .list(ListResource(id: text(), values: list { ListValue($0.text()) }))
    default:
      return .map(
        MapResource(id: text(), entries: list { MapEntry(key: $0.text(), value: $0.flag() ? $0.text() : nil) })
      )
    }
  }

  private mutating func target() -> Target { Target(domainID: text(), id: text(), name: text()) }

  private mutating func head() -> Head {
    Head(
      id: text(),
      name: text(),
      createTime: number(),
      vendor: text(),
      version: number(),
      description: text(),
      descriptionURL: text(),
      disabled: flag(),
      implementationVersion: below(5) == 0 ? number() : nil
    )
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "Ä", "€", "😀", "&", "<", ">", "\"", "'", "]]>", "\r", "\n", "\t", " ", "&amp;", "<!--", "e\u{301}",
    ]
    return (0..<below(6)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  private mutating func many<Value>(_ make: (inout Self) -> Value) -> [Value] {
    (0..<below(3)).map { _ in make(&self) }
  }

  private mutating func list<Value>(_ make: (inout Self) -> Value) -> DescriptorList<Value> {
    DescriptorList(many(make))
  }

  private mutating func number() -> Int { Int(truncatingIfNeeded: next()) }
  private mutating func flag() -> Bool { next() & 1 == 1 }
  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
