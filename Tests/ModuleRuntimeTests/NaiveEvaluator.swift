import ModuleDescriptors

@testable import ModuleRuntime

/// A second evaluator for designer programs, as plain as can be: it walks the descriptor and looks names up in
/// dictionaries. Only values and their conversions are shared with the interpreter.
final class NaiveEvaluator {
  final class Cell {
    var value: Value
    let kind: VariableKind
    init(_ value: Value, _ kind: VariableKind) {
      self.value = value
      self.kind = kind
    }
  }

  enum Flow { case next, leave, exit }
  struct Stopped: Error { let reason: String }
  struct TooLong: Error {}

  /// The names of one run of one function.
  final class Environment {
    var loops: [[String: Cell]] = []
    var names: [String: Cell] = [:]
  }

  let module: ModuleDescriptor
  var moduleNames: [String: Cell] = [:]
  var log: [String] = []
  /// How often each kind of statement and expression was run.
  private(set) var executed: [String: Int] = [:]
  private var steps = 0

  init(_ module: ModuleDescriptor) {
    self.module = module
    for case let variable? in module.inputs.map(\.variable) {
      let kind = VariableKind(type: variable.type.rawValue)
      var value = Value.literal(variable.value, kind: kind)
      for resource in module.resources where resource.id == variable.value {
        if case .list(let list) = resource { value = .list(list.values.map { .string($0.text) }) }
        if case .map(let map) = resource {
          value = .map(JavaMap(map.entries.map { (.string($0.key), .string($0.value ?? "")) }, order: .insertion))
        }
      }
      let cell = Cell(value, kind)
      moduleNames[variable.name] = cell
      if let id = variable.id { moduleNames[id] = cell }
    }
  }

  /// Runs `f0`; gives the log, with the exception's class at its end when one is thrown.
  func run() throws -> [String] {
    do {
      _ = try call("f-f0", [:])
    } catch let stopped as Stopped {
      log.append("ERROR \(stopped.reason)")
    }
    for cell in moduleNames.values { try bound(cell.value) }
    return log
  }

  private func call(_ id: String, _ arguments: [String: Value]) throws -> (outputs: [String: Value], exits: Bool) {
    guard let function = module.functions.first(where: { $0.id == id }) else { throw Stopped(reason: "missing") }
    let environment = Environment()
    var outputs: [(String, Cell)] = []
    for (parameters, isInput) in [(function.outputs, false), (function.inputs, true)] {
      for case let variable? in parameters.map(\.variable) {
        let kind = VariableKind(type: variable.type.rawValue)
        let cell = Cell(Value.literal(variable.value, kind: kind), kind)
        if isInput, let given = arguments[variable.name] { cell.value = given.converted(to: kind) }
        environment.names[variable.name] = cell
        if let id = variable.id { environment.names[id] = cell }
        if !isInput { outputs.append((variable.name, cell)) }
      }
    }
    let flow = try run(function.statements.items, environment)
    return (
      Dictionary(outputs.map { ($0.0, $0.1.value) }, uniquingKeysWith: { a, _ in a }), flow == .exit
    )
  }

  private func find(_ name: String, _ environment: Environment) -> Cell? {
    for loop in environment.loops.reversed() { if let cell = loop[name] { return cell } }
    return environment.names[name] ?? moduleNames[name]
  }

  private func read(_ variable: Variable, _ environment: Environment) -> Value {
    variable.valueByReference ? find(variable.value, environment)?.value ?? .null : .string(variable.value)
  }

  private func run(_ statements: [Statement], _ environment: Environment) throws -> Flow {
    var condition: Bool?
    for statement in statements {
      if case .comment = statement { continue }
      let before = condition
      condition = nil
      if case .else(let block) = statement {
        if before == false, !statement.disabled {
          executed["else", default: 0] += 1
          let flow = try run(block.statements.items, environment)
          if flow != .next { return flow }
        }
        continue
      }
      if statement.disabled {
        executed["disabled", default: 0] += 1
        continue
      }
      executed[statement.elementName, default: 0] += 1
      steps += 1
      if steps > 5_000 { throw TooLong() }
      var flow = Flow.next
      switch statement {
      case .variableDefinition(let definition):
        let kind = VariableKind(type: definition.type.rawValue)
        let cell = Cell(Value.literal(definition.defaultValue, kind: kind), kind)
        environment.names[definition.variableName] = cell
        environment.names[definition.id] = cell
      case .assignment(let assignment):
        guard let value = assignment.value, let target = assignment.target,
          let cell = find(target.value, environment)
        else { throw Stopped(reason: "assignment") }
        if value.valueByReference {
          cell.value = read(value, environment).converted(to: cell.kind)
        } else {
          cell.value = Value.literal(value.value, kind: cell.kind == .object ? .string : cell.kind)
        }
      case .if(let block):
        let holds = try block.condition.map { try evaluate($0, environment) } ?? false
        condition = holds
        if holds { flow = try run(block.statements.items, environment) }
      case .switch(let block):
        let subject = block.input("condition").map { ($0, read($0, environment)) }
        for case .case(let candidate) in block.statements {
          guard let literal = candidate.input("condition"), let subject else { continue }
          let kind = find(subject.0.value, environment)?.kind ?? .object
          if subject.1.designerEquals(.string(literal.value), as: kind) {
            executed["case", default: 0] += 1
            flow = try run(candidate.statements.items, environment)
            break
          }
        }
      case .forEachInList(let block):
        guard let variable = block.input("list"), case .list(let list) = read(variable, environment) else { continue }
        for element in list.elements where flow == .next {
          environment.loops.append(["foreach_entry": Cell(element, .object)])
          flow = try run(block.statements.items, environment)
          environment.loops.removeLast()
        }
      case .forEachInMap(let block):
        guard let variable = block.input("map"), case .map(let map) = read(variable, environment) else { continue }
        for entry in map.entries where flow == .next {
          environment.loops.append([
            "foreach_key": Cell(entry.key, .object), "foreach_value": Cell(entry.value, .object),
          ])
          flow = try run(block.statements.items, environment)
          environment.loops.removeLast()
        }
      case .functionCall(let call): flow = try run(call, environment)
      case .return: flow = .leave
      case .exit: flow = .exit
      case .case, .else, .comment, .unknown: break
      }
      if flow != .next { return flow }
    }
    return .next
  }

  private func run(_ call: FunctionCall, _ environment: Environment) throws -> Flow {
    var arguments: [String: Value] = [:]
    let isOwn = call.target.domainID == module.id
    for parameter in call.inputs {
      switch parameter {
      case .variable(let variable):
        if variable.value.isEmpty, isOwn || variable.type == .number { continue }
        arguments[variable.name] = read(variable, environment)
      case .multipleValue(let multiple):
        arguments[multiple.variable.name] = .list(
          multiple.values.map { item in
            let value =
              item.byReference ? find(item.value, environment)?.value ?? .null : Value.string(item.value)
            return value.converted(to: VariableKind(type: multiple.variable.type.rawValue))
          }
        )
      default: break
      }
    }
    for value in arguments.values { try bound(value) }
    var outputs: [String: Value] = [:]
    var exits = false
    if isOwn {
      (outputs, exits) = try self.call(call.target.id, arguments)
    } else {
      outputs = try builtIn(call.target.id, arguments)
    }
    if exits { return .exit }
    for case let variable? in call.outputs.map(\.variable) where !variable.value.isEmpty {
      guard let value = outputs[variable.name] else { continue }
      if let cell = find(variable.value, environment) {
        cell.value = value.converted(to: cell.kind)
      } else {
        environment.names[variable.value] = Cell(value, .object)
      }
    }
    return .next
  }

  /// Lists within lists within maps grow beyond all bounds; such programs are no use to compare.
  private func bound(_ value: Value) throws {
    var left = 2_000
    try weigh(value, &left, depth: 0)
  }

  private func weigh(_ value: Value, _ left: inout Int, depth: Int) throws {
    left -= 1
    if left < 0 || depth > 32 { throw TooLong() }
    switch value {
    case .list(let list): for element in list.elements { try weigh(element, &left, depth: depth + 1) }
    case .map(let map):
      for entry in map.entries {
        try weigh(entry.key, &left, depth: depth + 1)
        try weigh(entry.value, &left, depth: depth + 1)
      }
    case .string(let text): if text.utf8.count > 10_000 { throw TooLong() }
    default: break
    }
  }

  private func builtIn(_ id: String, _ arguments: [String: Value]) throws -> [String: Value] {
    func elements(_ name: String) throws -> JavaList {
      guard case .list(let list)? = arguments[name] else { throw Stopped(reason: "java.lang.NullPointerException") }
      return list
    }
    func number(_ name: String) -> Double { arguments[name]?.doubleValue ?? 0 }
    switch id {
    case "Log2":
      log.append(
        "\(arguments["logLevel"]?.text ?? "") " + (try elements("messages").elements.map(\.text).joined(separator: " "))
      )
      return [:]
    case "Append2": return ["result": .string(try elements("strings").elements.map(\.text).joined())]
    case "Add2":
      try elements("list").elements += try elements("objects").elements
      return [:]
    case "Add":
      guard case .map(let map)? = arguments["map"] else { throw Stopped(reason: "java.lang.NullPointerException") }
      return ["previousValue": map.put(arguments["key"] ?? .null, arguments["value"] ?? .null) ?? .null]
    case "BinaryMathOperations":
      let a = number("a")
      let b = number("b")
      switch arguments["operand"]?.text {
      case "Add": return ["result": .double(a + b)]
      case "Multiply": return ["result": .double(a * b)]
      default: return ["result": .double(a - b)]
      }
    default: throw Stopped(reason: "unknown \(id)")
    }
  }

  private func evaluate(_ expression: Expression, _ environment: Environment) throws -> Bool {
    switch expression {
    case .nested(let nested):
      executed[nested.joint.rawValue, default: 0] += 1
      if nested.joint == .and { return try nested.expressions.allSatisfy { try evaluate($0, environment) } }
      return try nested.expressions.contains { try evaluate($0, environment) }
    case .test(let test):
      // An empty literal is a null for the runtime's conditions only when it has a type of its own.
      let values = test.operands.map { read($0, environment) }
      let kind = test.operands.first { $0.valueByReference }.flatMap { find($0.value, environment)?.kind } ?? .object
      executed[test.kind.rawValue, default: 0] += 1
      switch test.kind {
      case .isTrue: return values[0].converted(to: .boolean).text == "true"
      case .isNotTrue: return values[0].converted(to: .boolean).text != "true"
      case .isEmpty: return !values[0].isNotEmpty
      case .isNotEmpty: return values[0].isNotEmpty
      case .equal: return values[0].designerEquals(values[1], as: kind)
      case .notEqual: return !values[0].designerEquals(values[1], as: kind)
      case .greater: return values[0].designerOrder(values[1]).map { $0 > 0 } ?? false
      case .greaterEqual: return values[0].designerOrder(values[1]).map { $0 >= 0 } ?? false
      case .less: return values[0].designerOrder(values[1]).map { $0 < 0 } ?? false
      case .lessEqual: return values[0].designerOrder(values[1]).map { $0 <= 0 } ?? false
      case RandomPrograms.contains: return values[0].designerContains(values[1])
      case RandomPrograms.notContains: return !values[0].designerContains(values[1])
      case RandomPrograms.isNull: return values[0].isNull
      case RandomPrograms.isNotNull: return !values[0].isNull
      default: throw Stopped(reason: "unknown expression")
      }
    }
  }
}
