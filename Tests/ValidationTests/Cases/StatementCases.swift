import ModuleDescriptors

extension Case {
  /// package-format.md section 3.3 and 3.4: statements and conditions.
  static let statements: [Case] = [
    Case(
      "an else that follows a call",
      """
      error statement.else.stray in module-descriptor.xml, Main > else
        at `<else createTime="0" id="else-id" name="else" specVersion="0" vendor="" version=…`
        this else follows no if2
        hint: Move it behind its `if2`.
      """
    ) {
      $0.add(Designer.log(.lit("a")), Designer.else([Designer.log(.lit("b"))]))
    },
    Case("an else with a comment before it") {
      $0.add(
        Designer.if(.test(TestExpression(.isTrue, [Designer.operand(.ref("text"))])), [Designer.log(.lit("a"))]),
        Designer.comment("or"),
        Designer.else([Designer.log(.lit("b"))])
      )
    },
    Case(
      "two elses",
      """
      error statement.else.stray in module-descriptor.xml, Main > else
        at `<else createTime="0" id="else-id" name="else" specVersion="0" vendor="" version=…`
        this else follows no if2
        hint: Move it behind its `if2`.
      """
    ) {
      $0.add(
        Designer.if(.test(TestExpression(.isTrue, [Designer.operand(.ref("text"))])), [Designer.log(.lit("a"))]),
        Designer.else([Designer.log(.lit("b"))]),
        Designer.else([Designer.log(.lit("c"))])
      )
    },
    Case(
      "a case outside of a switch",
      """
      error statement.case.stray in module-descriptor.xml, Main > case
        at `<case createTime="0" id="case-id" name="case" specVersion="0" vendor="" version=…`
        this case stands in no switch
        hint: Move the statement to where it belongs.
      """
    ) { $0.add(Designer.case(.lit("a"), [Designer.log(.lit("A"))])) },
    Case(
      "a call among cases",
      """
      error statement.case.stray in module-descriptor.xml, Main > switch > functionCall Log
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        a switch holds cases only, not <functionCall>
        hint: Move the statement to where it belongs.
      """
    ) {
      $0.add(
        .switch(
          Designer.block(
            "switch",
            "condition",
            .ref("text"),
            [Designer.case(.lit("a"), [Designer.log(.lit("A"))]), Designer.log(.lit("x"))]
          )
        )
      )
    },
    Case(
      "two cases of one value",
      """
      warning statement.case.repeated in module-descriptor.xml, Main > switch > case
        at `<case createTime="0" id="case-id" name="case" specVersion="0" vendor="" version=…`
        a case for 'a' stands in line 506 already
      """
    ) {
      $0.add(Designer.switch(.ref("text"), ["a": [Designer.log(.lit("1"))], "a": [Designer.log(.lit("2"))]]))
    },
    Case(
      "a switch over a literal",
      """
      notice statement.condition.constant in module-descriptor.xml, Main > switch
        at `<switch createTime="0" id="switch-id" name="switch" specVersion="0" vendor="" ve…`
        this switch asks for a literal: 'a'
      """
    ) {
      $0.add(Designer.switch(.lit("a"), ["a": [Designer.log(.lit("1"))], "b": [Designer.log(.lit("2"))]]))
    },
    Case(
      "a condition of literals",
      """
      notice statement.condition.constant in module-descriptor.xml, Main > if2
        at `<if2 createTime="0" id="if-id" name="if" specVersion="0" vendor="" version="0">`
        this if2 asks for a literal: equalExpression of '1' and '2'
      """
    ) {
      $0.add(
        Designer.if(
          .test(TestExpression(.equal, [.lit("1"), .lit("2")].map(Designer.operand))),
          [Designer.log(.lit("a"))]
        )
      )
    },
    Case(
      "an if without a condition",
      """
      warning statement.input.missing in module-descriptor.xml, Main > if2
        at `<if2 createTime="0" id="if-id" name="if" specVersion="0" vendor="" version="0">`
        this if2 has no condition
      """
    ) { $0.add(Designer.if(nil, [Designer.log(.lit("a"))])) },
    Case(
      "an if that is switched off, without a condition",
      """
      notice code.disabled in module-descriptor.xml, Main > if2
        at `<if2 createTime="0" id="if-id" name="if" specVersion="0" vendor="" version="0">`
        'if2' is switched off
      """
    ) { sample in
      var block = BlockStatement(Designer.head("if", disabled: true))
      block.statements = [Designer.log(.lit("a"))]
      sample.add(.if(block))
    },
    Case(
      "a loop over nothing",
      """
      warning statement.input.missing in module-descriptor.xml, Main > forEachInList
        at `<forEachInList createTime="0" id="loop-id" name="loop" specVersion="0" vendor=""…`
        this forEachInList has no list
      """
    ) {
      $0.add(Designer.forEach(list: .lit(""), [Designer.log(.ref("foreach_entry"))]))
    },
    Case(
      "a loop whose list has another name",
      """
      warning statement.input.missing in module-descriptor.xml, Main > forEachInList
        at `<forEachInList createTime="0" id="loop-id" name="loop" specVersion="0" vendor=""…`
        this forEachInList has no list
      """
    ) {
      $0.add(.forEachInList(Designer.block("loop", "lists", .ref("Names-id"), [Designer.log(.ref("foreach_entry"))])))
    },
    Case(
      "an assignment to nothing",
      """
      warning statement.input.missing in module-descriptor.xml, Main > varAssign
        at `<varAssign createTime="0" id="assign-id" name="assign" specVersion="0" vendor=""…`
        this varAssign has no target
      """
    ) { $0.add(Designer.assign("", .lit("1"))) },
    Case(
      "an equality of one operand",
      """
      warning expression.operands.count in module-descriptor.xml, Main > if2
        at `<equalExpression>`
        equalExpression takes two operands, and has 1
      """
    ) {
      $0.add(Designer.if(.test(TestExpression(.equal, [Designer.operand(.ref("text"))])), [Designer.log(.lit("a"))]))
    },
    Case(
      "a truth of two operands, inside and",
      """
      warning expression.operands.count in module-descriptor.xml, Main > if2
        at `<isTrueExpression>`
        isTrueExpression takes one operand, and has 2
      """
    ) {
      let test = TestExpression(.isTrue, [.ref("text"), .ref("sound")].map(Designer.operand))
      $0.add(Designer.if(.nested(NestedExpression(.and, [.test(test)])), [Designer.log(.lit("a"))]))
    },
    Case(
      "an and of nothing",
      """
      warning expression.operands.count in module-descriptor.xml, Main > if2
        at `<nestedExpression>`
        andExpression takes at least one operand, and has 0
      """
    ) {
      $0.add(Designer.if(.nested(NestedExpression(.and, [])), [Designer.log(.lit("a"))]))
    },
    Case("a nested condition") {
      let tests = [ExpressionKind.isEmpty, .isNotTrue].map { TestExpression($0, [Designer.operand(.ref("text"))]) }
      let or = Expression.nested(NestedExpression(.or, tests.map { .test($0) }))
      $0.add(Designer.if(.nested(NestedExpression(.and, [.test(tests[0]), or])), [Designer.log(.lit("a"))]))
    },
    Case(
      "an expression of a kind that is not known",
      """
      notice expression.kind.unknown in module-descriptor.xml, Main > if2
        at `<equalsExpression>`
        'equalsExpression' is no known expression
        hint: did you mean 'equalExpression'?
      """
    ) {
      let kind = ExpressionKind(rawValue: "equalsExpression")
      let test = TestExpression(kind, [.ref("text"), .lit("a")].map(Designer.operand))
      $0.add(Designer.if(.test(test), [Designer.log(.lit("a"))]))
    },
    Case(
      "a joint that is not known",
      """
      notice expression.kind.unknown in module-descriptor.xml, Main > if2
        at `<nestedExpression>`
        'xorExpression' is no known expression
        hint: did you mean 'orExpression' or 'andExpression'?
      """
    ) {
      let test = TestExpression(.isTrue, [Designer.operand(.ref("text"))])
      let joint = ExpressionOperator(rawValue: "xorExpression")
      $0.add(Designer.if(.nested(NestedExpression(joint, [.test(test)])), [Designer.log(.lit("a"))]))
    },
    Case(
      "statements behind a return",
      """
      notice statement.unreachable in module-descriptor.xml, Main > functionCall Log
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'functionCall Log' stands behind a return or exit and never runs
      """
    ) { $0.main.append(Designer.log(.lit("too late"))) },
    Case("a comment behind a return") { $0.main.append(Designer.comment("that is all")) },
    Case("a return in a branch") { sample in
      sample.add(
        Designer.if(
          .test(TestExpression(.isTrue, [Designer.operand(.ref("text"))])),
          [.exit(SimpleStatement(Designer.head("exit")))]
        ),
        Designer.log(.lit("later"))
      )
    },
    Case(
      "a call that is switched off",
      """
      notice code.disabled in module-descriptor.xml, Main > functionCall Log
        at `<functionCall createTime="0" id="call-id" name="call" specVersion="0" vendor="" …`
        'functionCall Log' is switched off
      """
    ) { sample in
      guard case .functionCall(var call) = Designer.log(.lit("debug")) else { return }
      call.disabled = true
      sample.add(.functionCall(call))
    },
    Case("a comment that is switched off") { sample in
      sample.add(.comment(CommentStatement(Designer.head("comment", disabled: true), comment: "as the designer does")))
    },
  ]
}
