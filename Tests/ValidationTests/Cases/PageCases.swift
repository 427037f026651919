import ModuleDescriptors

extension Case {
  /// package-format.md section 3.7: configuration pages and their texts.
  static let pages: [Case] = [
    Case(
      "a field whose variable is gone",
      """
      error page.variable.dangling in module-descriptor.xml, Settings
        at `<numberInput variableId="Speed-id" createTime="0" id="Rate-field" name="Rate" sp…`
        the field 'Rate' on the page 'Settings' is bound to the variable 'Speed-id', which the module does not have
        hint: Bind the field to a variable of the module, or remove it.
      """
    ) { $0.changeField("Rate-id") { $0.variableID = "Speed-id" } },
    Case(
      "a field bound to nothing",
      """
      warning page.variable.dangling in module-descriptor.xml, Settings
        at `<numberInput variableId="" createTime="0" id="Rate-field" name="Rate" specVersio…`
        the field 'Rate' on the page 'Settings' is bound to no variable
      """
    ) { $0.changeField("Rate-id") { $0.variableID = "" } },
    Case("a headline without a variable") {
      $0.fields.append(.known(Designer.field(.headline, "More", "")))
    },
    Case(
      "a field bound to a variable of another type",
      """
      notice page.variable.repeated in module-descriptor.xml, Settings
        at `<checkbox variableId="Names-id" createTime="0" id="On-field" name="On" specVersi…`
        the field 'On' on the page 'Settings' stores into the variable of 'Names' on the page 'Settings'
      warning page.field.type in module-descriptor.xml, Settings
        at `<checkbox variableId="Names-id" createTime="0" id="On-field" name="On" specVersi…`
        the checkbox 'On' on the page 'Settings' stores a BOOLEAN, but its variable is a LIST
      """
    ) { sample in
      sample.fields.append(.known(Designer.field(.checkbox, "On", "Names-id")))
    },
    Case(
      "two fields bound to one variable",
      """
      notice page.variable.repeated in module-descriptor.xml, Settings
        at `<textInput variableId="Greeting-id" createTime="0" id="Again-field" name="Again"…`
        the field 'Again' on the page 'Settings' stores into the variable of 'Greeting' on the page 'Settings'
      """
    ) {
      $0.fields.append(.known(Designer.field(.textInput, "Again", "Greeting-id")))
    },
    Case(
      "a choice that is not there",
      """
      warning page.choice.default in module-descriptor.xml, Settings
        at `<textChoice variableId="Greeting-id" createTime="0" id="Greeting-field" name="Gr…`
        'Greeting' on the page 'Settings' selects choice 2, but has choices 0 to 1
      """
    ) {
      $0.changeField("Greeting-id") { $0.kind = .textChoice(GUIChoices(["Hello", "Hi"], defaultSelection: 2)) }
    },
    Case("a choice without a default") {
      $0.changeField("Greeting-id") { $0.kind = .textChoice(GUIChoices(["Hello", "Hi"], defaultSelection: -1)) }
    },
    Case(
      "a text without the default language",
      """
      warning page.text.missing in module-descriptor.xml, Settings
        at `<resourceKeys>`
        a text (NAME) on the page 'Settings' is missing in the default language 'en'
      """
    ) {
      $0.changeField("Rate-id") {
        $0.texts = [Designer.text("inputguitab.numberInput.name{Rate-field}", .name, nil, "Rate")]
      }
    },
    Case(
      "an empty text in the default language",
      """
      warning page.text.missing in module-descriptor.xml, Settings
        at `<resourceKeys>`
        a text (NAME) on the page 'Settings' is missing in the default language 'en'
      """
    ) {
      $0.changeField("Rate-id") {
        $0.texts = [Designer.text("inputguitab.numberInput.name{Rate-field}", .name, "", "Rate")]
      }
    },
    Case("a text without any translation") {
      $0.changeField("Rate-id") {
        $0.texts.append(Designer.text("inputguitab.numberInput.description{Rate-field}", .description, nil, nil))
      }
    },
    Case(
      "a text that one of two languages lacks",
      """
      notice page.language.incomplete in module-descriptor.xml, Settings
        at `<resourceKeys>`
        the language 'de' lacks 1 of 7 texts, the first of them (NAME) on the page 'Settings'
      """
    ) {
      $0.changeField("Rate-id") {
        $0.texts = [Designer.text("inputguitab.numberInput.name{Rate-field}", .name, "Rate", nil)]
      }
    },
    Case(
      "a script in a text",
      """
      warning page.html.active in module-descriptor.xml, Settings
        at `<resourceKeys>`
        the text (NAME, en) of the page 'Settings' holds <script>
      """
    ) { sample in
      sample.descriptor.tabs[0].texts[0].translations[1].text = "Hello <ScRipt>alert(1)</script>"
    },
    Case(
      "an event handler in a text",
      """
      warning page.html.active in module-descriptor.xml, Settings
        at `<resourceKeys>`
        the text (NAME, de) of the page 'Settings' holds onclick=
      """
    ) { sample in
      sample.descriptor.tabs[0].texts[0].translations[0].text = "<b onclick = 'x()'>Hallo</b>"
    },
    Case(
      "a script in a description",
      """
      warning page.html.active in module-descriptor.xml, Settings
        at `<numberInput variableId="Rate-id" createTime="0" id="Rate-field" name="Rate" spe…`
        the description of the field 'Rate' holds <iframe>
      """
    ) { $0.changeField("Rate-id") { $0.description = "<iframe src='//x'>" } },
    Case("plain HTML in a text") { sample in
      sample.descriptor.tabs[0].texts[0].translations[1].text =
        "<p>1 < 2, <b class=\"on\">on = off</b> <a href='http://x/'>x</a></p>"
    },
    Case(
      "children that differ from the fields",
      """
      warning page.fields.differ in module-descriptor.xml, Settings
        at `<inputGUITabs createTime="0" id="page-id" name="Settings" specVersion="0" vendor…`
        the page 'Settings' lists other fields in children than in GUIDescriptors
      """
    ) { sample in
      sample.descriptor.tabs[0].children = DescriptorList(sample.fields.dropLast())
    },
    Case("children that repeat the fields") { $0.descriptor.tabs[0].children = $0.fields },
  ]
}
