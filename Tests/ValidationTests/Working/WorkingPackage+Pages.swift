import ModuleDescriptors

extension WorkingPackage {
  static let pages = [
    WorkingPackage("every kind of field") { sample in
      let choices = GUIChoices([GUIChoice("1"), GUIChoice("2")])
      let kinds: [(GUIFieldKind, VariableType)] = [
        (.infotext, .string), (.passwordInput, .string), (.numberInput(validation: "[0-9]+"), .number),
        (.checkbox, .boolean), (.textChoice(choices), .string), (.numberChoice(choices), .number),
        (.userSelection, .starfaceUser), (.groupSelection, .starfaceGroup), (.timerSettingsInput, .timerSettings),
        (.dateTimeInput, .dateTime), (.uploadFileInput, .fileResource), (.numberList(GUIListParts()), .list),
        (.textList(GUIListParts(listName: "names")), .list),
        (.keyValueMap(GUIMapParts(keyName: "k", keyType: "STRING", valueName: "v", valueType: "STRING")), .map),
      ]
      for (number, (kind, type)) in kinds.enumerated() {
        sample.descriptor.interface.inputs.append(.variable(Designer.variable("Field\(number)", type)))
        sample.fields.append(.known(Designer.field(kind, "Shown\(number)", "Field\(number)-id")))
      }
    },
    WorkingPackage("a page and fields without texts of their own") { sample in
      sample.descriptor.tabs[0].texts = []
      sample.changeField("Greeting-id") { $0.texts = [] }
    },
    WorkingPackage("a page that repeats its fields, as half of them do") { sample in
      sample.descriptor.tabs[0].children = sample.fields
    },
    WorkingPackage("texts in seven languages, some of them empty") { sample in
      let languages = ["de", "en", "es", "fr", "nl", "pl", "sv"].map {
        Translation($0, $0 == "pl" ? nil : "text \($0)")
      }
      let properties: [(TextProperty, String)] = [
        (.name, "name"), (.description, "description"), (.listName, "listName"), (.keyHeader, "keyName"),
        (.valueHeader, "valueName"),
      ]
      sample.changeField("Codes-id") { field in
        field.texts = properties.map {
          LocalizedText(key: "inputguitab.keyValueMap.\($1){Codes-field}", property: $0, translations: languages)
        }
      }
      sample.descriptor.texts = [
        LocalizedText(key: "module.name{\(SampleModule.id)}", property: .name, translations: languages)
      ]
    },
    WorkingPackage("an infotext with limited HTML") { sample in
      sample.changeField("Greeting-id") { field in
        field.texts.append(
          Designer.text(
            "inputguitab.textInput.description{Greeting-field}",
            .description,
            #"<b>bold</b><br/><a href="https://example.com/x?a=1&amp;b=2" target="_blank">more</a>"#,
            "<i>kursiv</i><br>"
          )
        )
      }
    },
  ]
}
