import ModuleDescriptors
import Testing
import XMLTrees

/// Edits of typed values against the same edits made in the text by hand: what is written is what the appliance would
/// have written, and it reads as the edited value.
@Suite struct EditTests {
  /// One kind of edit; both halves do the same, or the edit does not apply.
  struct Edit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Whether the module has what the edit is about, and the donor what it takes from there.
    var applies: @Sendable (ModuleDescriptor, ModuleDescriptor) -> Bool
    var typed: @Sendable (inout ModuleDescriptor, ModuleDescriptor) -> Void
    var text: @Sendable (inout TextEdit, TextEdit) -> Void
  }

  private static let newName = "new & \"name\" <1>"
  private static let newNameEscaped = "new &amp; &quot;name&quot; &lt;1&gt;"

  @Test("writes what the appliance would have written", arguments: edits)
  func writes(_ edit: Edit) throws {
    var applied = 0
    for (seed, (source, donor)) in zip(Self.modules, Self.modules.dropFirst()).enumerated()
    where edit.applies(source, donor) {
      var module = source
      edit.typed(&module, donor)
      let original = source.write()
      var expected = TextEdit(text: original)
      edit.text(&expected, TextEdit(text: donor.write()))
      #expect(expected.text != original, "seed \(seed)")
      let written = module.write()
      #expect(
        String(decoding: written, as: UTF8.self) == String(decoding: expected.text, as: UTF8.self),
        "seed \(seed)"
      )
      let again = try ModuleDescriptor.parse(written)
      #expect(again.defects.map(\.message) == [], "seed \(seed)")
      var read = again.descriptor
      read.form = module.form
      #expect(read == module, "seed \(seed)")
      applied += 1
    }
    #expect(applied >= 10, "too few generated descriptors have what this edit is about")
  }

  /// Generated descriptors as they are read: of all kinds, then some that have much in their first function.
  private static let modules: [ModuleDescriptor] = {
    let rich = (1_000..<8_000).lazy.map(generated).filter { module in
      guard let function = module.functions.first, function.statements.count > 1, !function.outputs.isEmpty else {
        return false
      }
      return function.statements[0] != function.statements[1]
    }
    return ((0..<60).map(generated) + rich.prefix(20)).compactMap { made in
      guard var module = try? ModuleDescriptor.parse(made.write()).descriptor else { return nil }
      module.form.references = .hexadecimal
      return module
    }
  }()

  private static func generated(_ seed: UInt64) -> ModuleDescriptor {
    var source = RandomDescriptor(seed: seed)
    var made = source.make()
    made.functions.items.sort { $0.statements.count > $1.statements.count }
    made.tabs.sort { $0.fields.count > $1.fields.count }
    made.form.references = .hexadecimal
    return made
  }

  static let edits = functions + variables + statements + entryPoints + resources + pages + texts

  private static let functions = list("function", \.functions, in: { $0["children"] }) { $0.name = newName }
  private static let entryPoints = list("entry point", \.entryPoints, in: { $0["entryPoints"] }) { point in
    switch point {
    case .lifeCycle(var value): value.name = newName; point = .lifeCycle(value)
    case .timer(var value): value.name = newName; point = .timer(value)
    case .rpc(var value): value.name = newName; point = .rpc(value)
    case .agiService(var value): value.name = newName; point = .agiService(value)
    case .agiKernel(var value): value.name = newName; point = .agiKernel(value)
    case .unknown: break
    }
  }
  private static let variables =
    list("module variable", \.interface.inputs, in: { $0["inputVars"] }, rename)
    + list(
      "function output",
      \.functions[checked: 0].interface.outputs,
      in: { firstFunction($0)["outputVars"] },
      rename
    )
  private static let resources =
    list("resource", \.interface.resources, in: { $0["resources"] }, nil)
    + list(
      "function resource",
      \.functions[checked: 0].interface.resources,
      in: { firstFunction($0)["resources"] },
      nil
    )
  private static let statements = list(
    "statement",
    \.functions[checked: 0].statements,
    in: { firstFunction($0)["children"] },
    nil
  )
  private static let pages =
    list("field", \.tabs[checked: 0].fields, in: { $0["inputGUITabs"]["GUIDescriptors"] }) { field in
      guard case .known(var known) = field else { return }
      known.head.name = newName
      field = .known(known)
    } + [
      Edit(
        testDescription: "page: remove",
        applies: { module, _ in !module.tabs.isEmpty },
        typed: { module, _ in module.tabs.removeFirst() },
        text: { text, _ in
          let root = text.root
          guard let index = root.children.firstIndex(where: { $0.name == "inputGUITabs" }) else { return }
          text.remove(index, of: root)
        }
      )
    ]

  private static func firstFunction(_ root: TextElement) -> TextElement {
    root["children"].children.first ?? TextElement([])
  }

  private static func rename(_ parameter: inout Parameter) {
    switch parameter {
    case .variable(var variable):
      variable.name = newName
      parameter = .variable(variable)
    case .multipleValue(var multiple):
      multiple.variable.name = newName
      parameter = .multipleValue(multiple)
    case .expressed(var expressed):
      expressed.variable.name = newName
      parameter = .expressed(expressed)
    case .unknown: break
    }
  }
}

// MARK: Edits of lists and of texts

extension EditTests {
  /// Removing the first, appending one of another module, exchanging two, renaming the last, emptying.
  private static func list<Element>(
    _ label: String,
    _ path: any WritableKeyPath<ModuleDescriptor, DescriptorList<Element>> & Sendable,
    in container: @escaping @Sendable (TextElement) -> TextElement,
    _ rename: (@Sendable (inout Element) -> Void)?
  ) -> [Edit] {
    let isThere: @Sendable (ModuleDescriptor) -> Bool = { !container(TextElement($0.write())).name.isEmpty }
    var edits = [
      Edit(
        testDescription: "\(label): remove",
        applies: { module, _ in isThere(module) && !module[keyPath: path].isEmpty },
        typed: { module, _ in _ = module[keyPath: path].remove(at: 0) },
        text: { text, _ in text.remove(0, of: container(text.root)) }
      ),
      Edit(
        testDescription: "\(label): append",
        applies: { isThere($0) && isThere($1) && !$1[keyPath: path].isEmpty },
        typed: { $0[keyPath: path].append($1[keyPath: path][0]) },
        text: { text, donor in
          let block = donor.block(container(donor.root).children[0])
          text.append(block, to: container(text.root))
        }
      ),
      Edit(
        testDescription: "\(label): exchange",
        applies: { module, _ in
          isThere(module) && module[keyPath: path].count > 1 && module[keyPath: path][0] != module[keyPath: path][1]
        },
        typed: { module, _ in module[keyPath: path].swapAt(0, 1) },
        text: { text, _ in text.swapFirstTwo(of: container(text.root)) }
      ),
    ]
    if let rename {
      edits.append(
        Edit(
          testDescription: "\(label): rename",
          applies: { module, _ in isThere(module) && !module[keyPath: path].isEmpty },
          typed: { module, _ in rename(&module[keyPath: path][module[keyPath: path].count - 1]) },
          text: { text, _ in
            guard let last = container(text.root).children.last else { return }
            text.set("name", of: last, to: newNameEscaped)
          }
        )
      )
    }
    return edits
  }

  private static let texts = [
    Edit(
      testDescription: "module: another description, with all that must be escaped",
      applies: { _, _ in true },
      typed: { module, _ in module.head.description = "a & b < c > d \"e\"\r\nf\tg ]]>" },
      text: { text, _ in
        text.setText(of: text.root["description"], to: "a &amp; b &lt; c &gt; d \"e\"&#xD;\nf\tg ]]&gt;")
      }
    ),
    Edit(
      testDescription: "module: emptied texts",
      applies: { module, _ in module.head.description != "" || module.noLicenseID != "" },
      typed: { module, _ in (module.head.description, module.noLicenseID) = ("", "") },
      text: { text, _ in
        text.setText(of: text.root["description"], to: "")
        // Of the other empty elements each closes itself.
        text.text.replaceSubrange(text.root["noLicenseId"].range, with: "<noLicenseId/>".utf8)
      }
    ),
    Edit(
      testDescription: "module: switched off, version raised",
      applies: { module, _ in !module.head.disabled && module.head.version < Int.max },
      typed: { module, _ in
        module.head.disabled = true
        module.head.version += 1
      },
      text: { text, _ in
        text.setText(of: text.root["disabled"], to: "true")
        let tag = String(decoding: text.text[text.root.startTag], as: UTF8.self)
        let version = tag.split(separator: " version=\"").last?.prefix { $0 != "\"" } ?? ""
        text.set("version", of: text.root, to: String((Int(version) ?? 0) + 1))
      }
    ),
    Edit(
      testDescription: "variable: another value",
      applies: { module, _ in
        if case .variable(let first)? = module.interface.inputs.first { first.value != "x > y" } else { false }
      },
      typed: { module, _ in
        guard case .variable(var first) = module.interface.inputs[0] else { return }
        first.value = "x > y"
        module.interface.inputs[0] = .variable(first)
      },
      text: { text, _ in text.setText(of: text.root["inputVars"].children[0]["value"], to: "x &gt; y") }
    ),
    Edit(
      testDescription: "function: an implementation file that it did not have",
      applies: { module, _ in module.functions.first.map { $0.implementationFile == nil } ?? false },
      typed: { module, _ in module.functions[0].implementationFile = "Worker.class" },
      text: { text, _ in
        text.append(Array("<implementationFile>Worker.class</implementationFile>".utf8), to: firstFunction(text.root))
      }
    ),
  ]
}

extension MutableCollection where Self: RangeReplaceableCollection, Index == Int {
  /// The element at an index; for key paths into lists that may be empty, which an edit does not apply to then.
  fileprivate subscript(checked index: Int) -> Element {
    get { self[index] }
    set { self[index] = newValue }
  }
}
