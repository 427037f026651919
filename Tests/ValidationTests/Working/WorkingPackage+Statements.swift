import Findings
import Foundation
import ModuleDescriptors
import Testing

extension WorkingPackage {
  /// A loop with a condition, which nobody has seen written; it declares two variables.
  private static let loop = """
    <while createTime="0" id="while-id" name="while" specVersion="0" vendor="" version="0"><children>\
    <typedVarDef type="STRING" variableName="counted" createTime="0" id="counted-id" name="d" specVersion="0" \
    vendor="" version="0"/><functionCall id="c"><outputVars><variable name="result" type="STRING"><value>_got</value>\
    </variable></outputVars></functionCall></children></while>
    """

  private static func test(_ kind: ExpressionKind, _ count: Int) -> ModuleDescriptors.Expression {
    .test(TestExpression(kind, (0..<count).map { Designer.operand($0 == 0 ? .ref("text") : .lit("a")) }))
  }

  private static let single: [ExpressionKind] = [.isTrue, .isNotTrue, .isEmpty, .isNotEmpty]

  static let statements = [
    WorkingPackage("conditions of every kind, nested with and and or") { sample in
      let tests = ExpressionKind.known.map { test($0, single.contains($0) ? 1 : 2) }
      sample.add(Designer.if(.nested(NestedExpression(.and, tests)), [Designer.log(.lit("all"))]))
      sample.add(
        Designer.if(
          .nested(NestedExpression(.or, [.nested(NestedExpression(.and, tests)), test(.isTrue, 1)])),
          [Designer.log(.lit("some"))]
        )
      )
      for test in tests { sample.add(Designer.if(test, [Designer.log(.lit("one"))])) }
    },
    WorkingPackage("a condition of a kind that was never seen") { sample in
      sample.add(Designer.if(test(ExpressionKind(rawValue: "containsExpression"), 2), [Designer.log(.lit("in"))]))
    },
    WorkingPackage("a loop with a condition, whose variables are used behind it", warns: ["descriptor.element.unknown"])
    {
      sample in
      sample.add(Designer.comment("here"))
      sample.add(Designer.log(.ref("counted-id")), Designer.log(.ref("counted")), Designer.log(.ref("_got")))
      try sample.replaceComment(by: loop)
    },
    WorkingPackage("an else of a condition that is not known", warns: ["descriptor.element.unknown"]) { sample in
      sample.add(Designer.comment("here"), Designer.else([Designer.log(.lit("no"))]))
      try sample.replaceComment(by: #"<if createTime="0" id="if-1" name="if"/>"#)
    },
    WorkingPackage("a case for all other values", warns: ["descriptor.element.unknown"]) { sample in
      sample.add(
        .switch(
          Designer.block(
            "switch",
            "condition",
            .ref("text"),
            [Designer.case(.lit("a"), [Designer.log(.lit("A"))]), Designer.comment("here")]
          )
        )
      )
      try sample.replaceComment(by: #"<default createTime="0" id="default-id" name="default"/>"#)
    },
    WorkingPackage("statements twenty deep") { sample in
      var inner = [Designer.log(.lit("deep"))]
      for _ in 0..<20 { inner = [Designer.if(test(.isNotEmpty, 1), inner)] }
      for statement in inner { sample.add(statement) }
    },
    WorkingPackage("a comment between an if and its else, a switch without cases") { sample in
      sample.add(
        Designer.if(test(.isTrue, 1), []),
        Designer.comment("otherwise"),
        Designer.else([]),
        Designer.switch(.ref("text"), [:])
      )
    },
    WorkingPackage("a local of one name in both branches, by name and by id") { sample in
      sample.add(
        Designer.if(test(.isTrue, 1), [Designer.define("first", .string), Designer.log(.ref("first"))]),
        Designer.else([Designer.define("second", .string), Designer.log(.ref("second-local"))])
      )
    },
    WorkingPackage("results received without a declaration, with and without an underscore") { sample in
      sample.add(
        Designer.call("starface.string", "Append2", lists: [("strings", [.lit("a")])], ["result": "plain"]),
        Designer.call("starface.string", "Append2", lists: [("strings", [.lit("a")])], ["result": "_other"]),
        Designer.log(.ref("plain")),
        Designer.log(.ref("_other"))
      )
    },
    WorkingPackage("list arguments of literals and references, and of nothing") { sample in
      sample.add(
        Designer.call("starface.string", "Append2", lists: [("strings", [.lit(""), .ref("text"), .lit("é")])]),
        Designer.call("starface.string", "Append2", lists: [("strings", [])])
      )
    },
    WorkingPackage("loops in loops of the other kind") { sample in
      sample.add(
        Designer.forEach(
          map: .ref("Codes-id"),
          [
            Designer.forEach(
              list: .ref("Names-id"),
              [Designer.log(.ref("foreach_entry")), Designer.log(.ref("foreach_key"))]
            )
          ]
        )
      )
    },
    WorkingPackage("exit in a branch") { sample in
      sample.add(Designer.if(test(.isTrue, 1), [.exit(SimpleStatement(Designer.head("exit")))]))
    },
  ]
}

extension SampleModule {
  /// Reads the module with its comment `here` replaced by an element that no typed value makes.
  fileprivate mutating func replaceComment(by xml: String) throws {
    var text = String(decoding: descriptor.write(), as: UTF8.self)
    let mark = try #require(text.range(of: "<comment>here</comment>"))
    let before = text.startIndex..<mark.lowerBound
    let start = try #require(text.range(of: "<commentStatement ", options: .backwards, range: before))
    let end = try #require(text.range(of: "</commentStatement>", range: mark.upperBound..<text.endIndex))
    text.replaceSubrange(start.lowerBound..<end.upperBound, with: xml)
    descriptor = try ModuleDescriptor.parse(Array(text.utf8)).descriptor
  }
}
