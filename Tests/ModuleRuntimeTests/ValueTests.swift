import Testing

@testable import ModuleRuntime

/// Conversions and texts; the expected column is what Java prints and what runtime.md section 3 says.
@Suite struct ValueTests {
  @Test(arguments: [
    ("5", "NUMBER", "5"), ("-7", "NUMBER", "-7"), ("1.0", "NUMBER", "1.0"), (" 12 ", "NUMBER", "12"),
    ("2147483648", "NUMBER", "2147483648"), ("9223372036854775808", "NUMBER", "9223372036854775808"),
    ("1e3", "NUMBER", "1000.0"), (".5", "NUMBER", "0.5"), ("abc", "NUMBER", "null"), ("", "NUMBER", "null"),
    ("nan", "NUMBER", "null"), ("0x10", "NUMBER", "null"), ("1,5", "NUMBER", "null"), ("+4", "NUMBER", "4"),
    ("true", "BOOLEAN", "true"), ("TRUE", "BOOLEAN", "true"), ("1", "BOOLEAN", "false"), ("", "BOOLEAN", "false"),
    ("x", "STRING", "x"), ("", "STRING", ""), ("x", "LIST", "null"), ("x", "MAP", "null"), ("x", "OBJECT", "x"),
    ("1000", "DATE_TIME", "1000"), ("x", "DATE_TIME", "null"), ("17", "STARFACE_USER", "17"), ("x", "NEW_TYPE", "x"),
  ]) func `text to each type`(text: String, type: String, expected: String) {
    #expect(Value.string(text).converted(to: VariableKind(type: type)).javaText == expected)
  }

  @Test func `other values to each type`() {
    let list = JavaList([.integer(1)])
    #expect(Value.list(list).converted(to: .string).javaText == "[1]")
    #expect(Value.list(list).converted(to: .number).isNull)
    #expect(Value.null.converted(to: .boolean).javaText == "false")
    #expect(Value.null.converted(to: .string).isNull)
    #expect(Value.boolean(true).converted(to: .number).isNull)
    #expect(Value.double(1).converted(to: .string).javaText == "1.0")
    #expect(Value.integer(5).converted(to: .dateTime).javaClass == "java.lang.Long")
    if case .list(let same) = Value.list(list).converted(to: .list) { #expect(same === list) } else { Issue.record() }
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (1.5, "1.5"), (100, "100.0"), (0.1, "0.1"), (1e7, "1.0E7"),
    (9_999_999, "9999999.0"), (12_345_678, "1.2345678E7"), (0.001, "0.001"), (0.0001, "1.0E-4"),
    (1.0 / 3, "0.3333333333333333"), (1e21, "1.0E21"), (Double.leastNonzeroMagnitude, "4.9E-324"),
    (Double(bitPattern: 2), "9.9E-324"), (Double(bitPattern: 4), "2.0E-323"),
    (1.7976931348623157e308, "1.7976931348623157E308"),
    (123456.789, "123456.789"), (2.0e-3, "0.002"), (-2.5e-5, "-2.5E-5"), (.infinity, "Infinity"), (.nan, "NaN"),
  ]) func `doubles print as in Java`(number: Double, expected: String) {
    #expect(Value.double(number).javaText == expected)
  }

  @Test func `collections print as in Java, also when they hold themselves`() {
    let list = JavaList([.string("a"), .null, .double(2)])
    let map = JavaMap([(.string("k"), .list(list)), (.integer(7), .boolean(true))])
    #expect(Value.map(map).javaText == "{7=true, k=[a, null, 2.0]}")
    list.elements.append(.list(list))
    #expect(Value.list(list).javaText == "[a, null, 2.0, (this Collection)]")
    #expect(Value.date(1_546_442_177_310).javaText == "Wed Jan 02 15:16:17 UTC 2019")
    #expect(BigDecimal("0.00000012")?.javaText == "1.2E-7")
    #expect(BigDecimal("-12.50")?.javaText == "-12.50")
  }

  @Test func `equality is Java's, and the designer's own is kinder`() {
    #expect(!Value.integer(1).javaEquals(.long(1)))
    #expect(Value.integer(1).designerEquals(.long(1), as: .object))
    #expect(Value.list([.integer(1)]).javaEquals(.list([.integer(1)])))
    #expect(!Value.list([.integer(1)]).javaEquals(.list([.double(1)])))
    #expect(Value.null.designerEquals(.string(""), as: .object))
    #expect(!Value.integer(0).designerEquals(.null, as: .object))
  }

  /// Keys in the order in which OpenJDK 17's `HashMap` walks them: put in as listed, printed by `System.out.println`.
  @Test func `a HashMap is walked by bucket`() {
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    ]
    let map = JavaMap()
    for word in words { map[.string(word)] = .null }
    // "Aa" and "BB" have one hash code: the first put in stays first.
    let collisions = JavaMap([(.string("BB"), .integer(1)), (.string("Aa"), .integer(2))])
    #expect(Value.map(collisions).javaText == "{BB=1, Aa=2}")
    let hash = words.sorted { spread($0) & 31 < spread($1) & 31 }
    #expect(map.entries.map { spread($0.key.text) & 31 } == hash.map { spread($0) & 31 })
    #expect(Value.string("one").javaHash == 110_182)
    #expect(map.remove(.string("one")) != nil)
    #expect(map[.string("one")] == nil)
    #expect(map.count == 12)
    for round in 0..<1_000 {
      map[.integer(Int32(round))] = .null
      map.remove(.integer(Int32(round)))
    }
    #expect(map.entries.count == 12)
  }

  private func spread(_ text: String) -> UInt32 {
    let hash = UInt32(bitPattern: Value.string(text).javaHash)
    return hash ^ (hash >> 16)
  }

  @Test func `civil time goes both ways`() {
    for milliseconds in [0, -1, 951_782_400_000, 1_546_442_177_310, -62_135_596_800_000] as [Int64] {
      #expect(CivilTime(milliseconds: milliseconds).milliseconds == milliseconds)
    }
    #expect(
      CivilTime(year: 2019, month: 14, day: -1).milliseconds == CivilTime(year: 2020, month: 1, day: 30).milliseconds
    )
    #expect(CivilTime(milliseconds: 951_782_400_000) == CivilTime(year: 2000, month: 2, day: 29))
    #expect(CivilTime(milliseconds: 0).weekday == 3)
  }

  @Test func `a deep copy shares nothing but keeps its shape`() {
    let inner = JavaList([.integer(1)])
    let outer = JavaList([.list(inner), .list(inner)])
    outer.elements.append(.list(outer))
    guard case .list(let copy) = Value.list(outer).deepCopy(), case .list(let first) = copy.elements[0],
      case .list(let second) = copy.elements[1], case .list(let itself) = copy.elements[2]
    else {
      Issue.record("not a list of lists")
      return
    }
    #expect(first === second && first !== inner && itself === copy)
  }

  @Test func `collections that hold themselves, or nest without end, end nothing else`() {
    let list = JavaList()
    list.elements = [.list(list), .list(list)]
    let other = JavaList()
    other.elements = [.list(other), .list(other)]
    _ = Value.list(list).javaHash
    #expect(!Value.list(list).javaEquals(.list(other)))
    let map = JavaMap()
    map[.list(list)] = .integer(1)
    #expect(map.count == 1)
    list.elements = []
    other.elements = []
    var chain = Value.null
    for round in 0..<200_000 {
      if round % 2 == 0 { chain = .list([chain]) } else { chain = .map(JavaMap([(.string("k"), chain)])) }
    }
    #expect(chain.javaText.contains("…"))
    chain = .null
  }
}
