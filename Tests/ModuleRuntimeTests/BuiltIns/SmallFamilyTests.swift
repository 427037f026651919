import Foundation
import Testing

@testable import ModuleRuntime

/// Lists, maps, maths, variables, JSON, hashes and the other small families: each with a clean and a failing case.
@Suite struct SmallFamilyTests {
  static let nullPointer = "!java.lang.NullPointerException"
  static let illegal = "!java.lang.IllegalArgumentException"

  private func call(_ domain: String, _ id: String, _ arguments: [Value], _ context: FixedContext = .init()) -> String {
    Calling.shown("starface." + domain, id, arguments, context)
  }

  @Test func `lists`() {
    let list = Value.list([.string("b"), .integer(10), .string("a"), .null, .integer(9)])
    #expect(call("collection.list", "Contains", [list, .integer(10)]) == "true")
    #expect(call("collection.list", "Contains", [list, .long(10)]) == "false")
    #expect(call("collection.list", "Get", [list, .integer(2)]) == "sa")
    #expect(call("collection.list", "Get", [list, .integer(5)]) == "!java.lang.IndexOutOfBoundsException")
    #expect(call("collection.list", "Get", [list, .integer(-1)]) == "!java.lang.IndexOutOfBoundsException")
    #expect(call("collection.list", "Sort", [list]) == "void")
    #expect(JavaJudge.shown(list) == "[10,9,sa,sb,0,]")
    #expect(call("collection.list", "Reverse", [list]) == "void")
    #expect(JavaJudge.shown(list) == "[0,sb,sa,9,10,]")
    #expect(call("collection.list", "Remove", [list, .null]) == "true")
    #expect(call("collection.list", "Remove", [list, .string("z")]) == "false")
    for id in ["Contains", "Get", "Remove"] {
      #expect(call("collection.list", id, [.null, .integer(0)]) == Self.nullPointer)
    }
    for id in ["Sort", "Reverse"] { #expect(call("collection.list", id, [.null]) == Self.nullPointer) }
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `sorted as a Java list by its elements' texts`() throws {
    var generator = CaseGenerator(seed: 41)
    let texts = ["a", "B", "ä", "10", "9", "", "Z", "zz", "😀", "\u{FFFD}", "ß"]
    let cases = (0..<500).map { _ -> JavaJudge.Case in
      .init(
        "sort",
        (0..<Int.random(in: 0...12, using: &generator)).map { index in
          index % 4 == 3
            ? .int(Int.random(in: -20...20, using: &generator)) : .text(texts.randomElement(using: &generator) ?? "")
        }
      )
    }
    for (judged, answer) in zip(cases, try JavaJudge.answers(cases)) {
      let list = Value.list(judged.arguments.map(\.value))
      _ = call("collection.list", "Sort", [list])
      #expect(JavaJudge.shown(list) == answer)
    }
    #expect(cases.count == 500)
  }

  @Test func `maps`() {
    let map = Value.map(JavaMap([(.string("a"), .integer(1)), (.null, .string("n"))]))
    #expect(call("collection.map", "ContainsKey", [.string("a"), map]) == "true")
    #expect(call("collection.map", "ContainsKey", [.string("b"), map]) == "false")
    #expect(call("collection.map", "ContainsValue", [map, .string("n")]) == "true")
    #expect(call("collection.map", "ContainsValue", [map, .null]) == "false")
    #expect(call("collection.map", "GetKeys", [map]) == "[0,sa,]")
    #expect(call("collection.map", "GetValues", [map]) == "[sn,1,]")
    #expect(call("collection.map", "Size", [map]) == "2")
    #expect(call("collection.map", "Remove", [map, .null]) == "sn")
    #expect(call("collection.map", "Remove", [map, .null]) == "0")
    #expect(call("collection.map", "ContainsKey", [.string("a"), .null]) == Self.nullPointer)
    for id in ["GetKeys", "GetValues", "Size"] { #expect(call("collection.map", id, [.null]) == Self.nullPointer) }
    for id in ["ContainsValue", "Remove"] { #expect(call("collection.map", id, [.null, .null]) == Self.nullPointer) }
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `maths as java.lang.Math, to the last place but one`() throws {
    var generator = CaseGenerator(seed: 42)
    let exact = ["abs", "sqrt", "ceil", "floor", "rint", "round", "signum", "toRadians", "toDegrees"]
    let close = ["cbrt", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh"]
    var cases: [(name: String, number: Double)] = []
    for name in exact + close {
      for number in [0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 1e300, -1e300, 0.49999999999999994, .infinity, .nan] {
        cases.append((name, number))
      }
      for _ in 0..<90 { cases.append((name, Double.random(in: -30...30, using: &generator))) }
    }
    let answers = try JavaJudge.answers(cases.map { .init("math", [.text($0.name), .double($0.number)]) })
    for ((name, number), answer) in zip(cases, answers) {
      let ours = call("math", "UnaryMathOperations", [.string(name), .double(number)])
      if ours == answer { continue }
      let (a, b) = (Double(ours) ?? .nan, Double(answer) ?? .nan)
      #expect(close.contains(name) && abs(a - b) <= 2 * b.ulp, "\(name)(\(number)): ours \(ours), Java's \(answer)")
    }
    #expect(cases.count == 22 * 102)
  }

  @Test func `constants, chance and operators that are none`() throws {
    #expect(call("math", "Constants", [.string("PI")]) == "3.141592653589793")
    #expect(call("math", "Constants", [.string("E")]) == "2.718281828459045")
    #expect(call("math", "Constants", [.string("TAU")]) == Self.illegal)
    #expect(call("math", "UnaryMathOperations", [.string("Abs"), .null]) == Self.nullPointer)
    #expect(call("math", "UnaryMathOperations", [.string("Halve"), .double(1)]) == Self.illegal)
    let context = FixedContext()
    let numbers = try (0..<1_000).map { _ in
      try Calling.outputs("starface.math", "Random", [.double(6)], context)[0].doubleValue ?? -1
    }
    #expect(numbers.allSatisfy { (0..<6).contains($0) } && Set(numbers.map { Int($0) }).count == 6)
    #expect((Double(call("math", "Random", [.null])) ?? 2) < 1)
  }

  @Test func `variables of a scope`() {
    let context = FixedContext()
    func variables(_ id: String, _ arguments: [Value]) -> String { call("variables", id, arguments, context) }
    #expect(variables("SetVariableValue2", [.string("Instance"), .string("x"), .integer(1)]) == "void")
    #expect(variables("GetVariableValue2", [.string("instance"), .string("x")]) == "1")
    #expect(variables("GetVariableValue2", [.string("Module"), .string("x")]) == "s")
    #expect(variables("VariableExists2", [.string("Instance"), .string("x")]) == "true")
    #expect(variables("RemoveVariable2", [.string("Instance"), .string("x")]) == "void")
    #expect(variables("VariableExists2", [.string("Instance"), .string("x")]) == "false")
    #expect(variables("SetVariableValue2", [.string("Thread"), .string(" "), .integer(1)]) == Self.illegal)
    #expect(variables("GetVariableValue2", [.string("Nowhere"), .string("x")]) == Self.illegal)
    #expect(variables("GetVariableValue2", [.string("Channel"), .string("x")]) == "s")
    #expect(variables("RemoveVariable2", [.string("Channel"), .string("x")]).contains("ModuleRuntimeException"))
    #expect(variables("VariableExists2", [.null, .string("x")]) == Self.illegal)
  }

  @Test func `properties of objects`() {
    final class Bean: BeanObject {
      let javaClass = "Bean"
      let javaText = "Bean@1"
      func property(_ name: String) -> Value? { name == "names" ? .list([.string("a"), .string("b")]) : nil }
    }
    func property(_ value: Value, _ path: String) -> String {
      call("variables", "GetObjectProperty", [value, .string(path)])
    }
    let map = Value.map(JavaMap([(.string("a"), .map(JavaMap([(.string("b"), .list([.integer(7)]))])))]))
    #expect(property(map, "a.b[0]") == "7")
    #expect(property(map, "a(b)") == "[7,]")
    #expect(property(map, "x") == "0")
    #expect(property(map, "x.y") == "!org.apache.commons.beanutils.NestedNullException")
    #expect(property(map, "a.b[1]") == "!java.lang.IndexOutOfBoundsException")
    #expect(property(.object(Bean()), "names[1]") == "sb")
    #expect(property(.object(Bean()), "age") == "!java.lang.NoSuchMethodException")
    #expect(property(.date(5), "time") == "5")
    #expect(property(.null, "x") == Self.illegal)
    #expect(call("variables", "GetObjectProperty", [map, .null]) == Self.illegal)
  }

  @Test func `JSON both ways`() throws {
    let text =
      #"{"a":[1,-2,3000000000,12345678901234567890,1.5,1.0E10,true,null],"b":{"ü\n\"\\\/\u00e9\ud83d\ude00":""}}"#
    let value = try Calling.outputs("starface.json", "JsonToObject", [.string(text)])[0]
    #expect(
      value.javaText == "{a=[1, -2, 3000000000, 12345678901234567890, 1.5, 1.0E10, true, null], b={ü\n\"\\/é😀=}}"
    )
    #expect(
      try Calling.outputs("starface.json", "ObjectToJson", [value])[0].text
        == #"{"a":[1,-2,3000000000,12345678901234567890,1.5,1.0E10,true,null],"b":{"ü\n\"\\/é😀":""}}"#
    )
    #expect(
      call("json", "ObjectToJson", [.bytes(ByteArray(Array("any carnal pleas".utf8)))])
        == #"s"YW55IGNhcm5hbCBwbGVhcw==""#
    )
    #expect(call("json", "ObjectToJson", [.double(.nan)]) == #"s"NaN""#)
    #expect(call("json", "ObjectToJson", [.string("\u{1}")]) == #"s"\005cu0001""#)
    for wrong in [
      "{", "[1,]", "{\"a\" 1}", "01", "1.", "-", "\"\\x\"", "\"a", "tru", "{a:1}", "[1 2]", "\"\u{1}\"", "\"\\u12\"",
    ] {
      #expect(
        call("json", "JsonToObject", [.string(wrong)]) == "!com.fasterxml.jackson.core.JsonParseException",
        "\(wrong)"
      )
    }
    #expect(
      call("json", "JsonToObject", [.string(" ")]) == "!com.fasterxml.jackson.databind.exc.MismatchedInputException"
    )
    #expect(call("json", "JsonToObject", [.null]) == Self.illegal)
    let deep = String(repeating: "[", count: 100_000)
    #expect(call("json", "JsonToObject", [.string(deep)]) == "!com.fasterxml.jackson.core.JsonParseException")
    let circle = JavaList()
    circle.elements = [.list(circle)]
    #expect(call("json", "ObjectToJson", [.list(circle)]) == "!com.fasterxml.jackson.databind.JsonMappingException")
  }

  /// The second opinion is Foundation's `JSONSerialization`.
  @Test func `random JSON survives both ways`() throws {
    var generator = CaseGenerator(seed: 43)
    func value(_ depth: Int) -> Value {
      switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &generator) {
      case 0: return .null
      case 1: return .boolean(Bool.random(using: &generator))
      case 2: return .integer(Int32.random(in: .min ... .max, using: &generator))
      case 3: return .double(Double.random(in: -1e6...1e6, using: &generator))
      case 4, 5:
        let pieces = ["a", "\"", "\\", "\n", "\u{1}", "ü", "😀", "/", "\u{7F}", "\u{2028}"]
        return .string((0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined())
      case 6: return .list((0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth + 1) })
      default:
        let keys = 0..<Int.random(in: 0...4, using: &generator)
        return .map(JavaMap(keys.map { (.string("k\($0)"), value(depth + 1)) }, order: .insertion))
      }
    }
    for _ in 0..<1_000 {
      let original = Value.list([value(0)])
      let text = try Calling.outputs("starface.json", "ObjectToJson", [original])[0].text
      let back = try Calling.outputs("starface.json", "JsonToObject", [.string(text)])[0]
      #expect(back.javaEquals(original), "\(text)")
      let other = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let printed = try JSONSerialization.data(withJSONObject: other)
      let again = try Calling.outputs(
        "starface.json",
        "JsonToObject",
        [.string(String(decoding: printed, as: UTF8.self))]
      )[0]
      #expect(again.javaText.utf8.count == original.javaText.utf8.count || text.contains("."), "\(text)")
    }
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `hashes as java.security.MessageDigest`() throws {
    let cases = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"].flatMap { algorithm in
      ["", "abc", "Füße 😀", String(repeating: "x", count: 1_000)].map {
        JavaJudge.Case("digest", [.text(algorithm), .text($0)])
      }
    }
    for (judged, answer) in zip(cases, try JavaJudge.answers(cases)) {
      #expect(call("crypto", "MessageDigestFunction", judged.arguments.map(\.value)) == answer)
    }
    #expect(cases.count == 20)
  }

  @Test func `hashes by other names, and wrong ones`() {
    #expect(
      call("crypto", "MessageDigestFunction", [.string("md5"), .string("abc")]) == "s900150983cd24fb0d6963f7d28e17f72"
    )
    #expect(
      call("crypto", "MessageDigestFunction", [.string("ROT13"), .string("a")])
        == "!java.security.NoSuchAlgorithmException"
    )
    #expect(call("crypto", "MessageDigestFunction", [.string("MD5"), .null]) == Self.nullPointer)
  }

  @Test func `a deep clone shares nothing`() throws {
    let inner = JavaList([.integer(1)])
    let outputs = try Calling.outputs("starface.experimentalFunctions", "DeepClone", [.list([.list(inner)])])
    inner.elements.append(.integer(2))
    #expect(outputs[0].text == "true" && outputs[1].javaText == "[[1]]")
    #expect(try Calling.outputs("starface.experimentalFunctions", "DeepClone", [.null])[1].isNull)
  }

  @Test(arguments: [
    ("192.168.0.1", false, true), ("256.1.1.1", false, false), ("1.2.3", false, false), ("01.2.3.4", false, false),
    ("", false, false), ("::1", false, false), ("::", true, true), ("::1", true, true), ("fe80::1%eth0", true, true),
    ("2001:db8::/32", true, true), ("::ffff:10.0.0.1", true, true), ("1:2:3:4:5:6:7:8", true, true),
    ("1:2:3:4:5:6:7", true, false), ("1::2::3", true, false), ("1:2:3:4:5:6:7::", true, true), (":::", true, false),
    ("12345::", true, false), ("1.2.3.4", true, false), ("::1/129", true, false), ("1:2:3:4:5:6:7:8::", true, false),
  ])
  func `addresses`(_ text: String, _ isIPv6: Bool, _ expected: Bool) {
    #expect(call("net", "ValidateIPAddress", [.string(text), .boolean(isIPv6)]) == "\(expected)")
  }
}
