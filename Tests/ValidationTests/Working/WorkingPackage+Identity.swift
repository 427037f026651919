import Archives
import ClassFiles
import ModuleDescriptors
import ModulePackages
import PackageFixtures

extension WorkingPackage {
  static let identities = [
    WorkingPackage("the sample itself") { _ in },
    WorkingPackage("written by 6.5, which runs Java 7") { sample in
      sample.descriptor.createdWith = "STARFACE 6.5.1.5"
      sample.package.manifest?["Created-By"] = "STARFACE Version 6.5.1.5"
      var worker = JavaWorker()
      worker.majorVersion = 51
      sample.package.entries["Worker.class"] = try worker.bytes()
      sample.package.jars["library.jar"] = [
        "demo/lib/Tool.class": try ClassBuilder("demo/lib/Tool", majorVersion: 51).build()
      ]
    },
    WorkingPackage("written by 10.0, which runs Java 21") { sample in
      sample.descriptor.createdWith = "STARFACE 10.0.0.4"
      sample.package.manifest?["Created-By"] = "STARFACE Version 10.0.0.4"
      var worker = JavaWorker()
      worker.majorVersion = 65
      sample.package.entries["Worker.class"] = try worker.bytes()
    },
    WorkingPackage("a manifest that does not tell who wrote it, or when") { sample in
      sample.package.manifest?["Created-By"] = nil
      sample.package.manifest?["Create-Date"] = nil
    },
    WorkingPackage("stored entries of another ZIP writer, which looks for no appliance") { $0.package.style = .plain },
    WorkingPackage("implVersion") { sample in
      sample.replacements = [(#" name="Sample" specVersion"#, #" implVersion="2" name="Sample" specVersion"#)]
    },
    WorkingPackage("locked with a password") { sample in
      sample.descriptor.writeHash = ModuleIdentity.writeHash(moduleID: SampleModule.id, password: "secret")
    },
    WorkingPackage("locked for good") { sample in
      sample.descriptor.writeHash = ""
      sample.descriptor.editable = false
    },
    WorkingPackage("carriage returns written in decimal, as 7.2 did") { sample in
      sample.add(Designer.comment("one\r\ntwo"))
      sample.replacements = [("&#xD;", "&#13;")]
    },
    WorkingPackage("text of all kinds") { sample in
      sample.add(Designer.log(.lit("ä € 😀 <b> & \"quoted\" 'single' ]]> \t tab\nnext")))
      sample.descriptor.head.description = "Zeile 1\nZeile 2 <i>&amp;</i>"
    },
    WorkingPackage("text files and folders carried along") { sample in
      sample.package.entries["readme.txt"] = Array("read me".utf8)
      sample.package.entries["notes/deeper/change log.md"] = Array("changes".utf8)
      sample.package.entries["log4j.properties"] = Array("a=b".utf8)
    },
    WorkingPackage("every type of variable") { sample in
      for (number, type) in VariableType.known.enumerated() {
        sample.descriptor.interface.inputs.append(.variable(Designer.variable("Typed\(number)", type)))
        sample.add(Designer.log(.ref("Typed\(number)-id")))
      }
    },
    WorkingPackage("a map resource with an entry without a value, an empty list") { sample in
      sample.descriptor.interface.inputs.append(.variable(Designer.variable("Empty", .list, "empty-id")))
      sample.descriptor.interface.inputs.append(.variable(Designer.variable("Half", .map, "half-id")))
      sample.descriptor.interface.resources.append(.list(ListResource(id: "empty-id")))
      sample.descriptor.interface.resources.append(
        .map(MapResource(id: "half-id", entries: [MapEntry(key: "a", value: nil)]))
      )
      sample.add(Designer.log(.ref("Empty-id")), Designer.log(.ref("Half-id")))
    },
    WorkingPackage("a file without an extension, with the dot") { sample in
      sample.package.entries["res/plain-id."] = [1]
      sample.descriptor.interface.resources.append(
        .file(FileResource(id: "plain-id", name: "LICENSE", fileExtension: ""))
      )
    },
    WorkingPackage("a file without an extension, without the dot") { sample in
      sample.package.entries["res/plain-id"] = [1]
      sample.descriptor.interface.resources.append(
        .file(FileResource(id: "plain-id", name: "LICENSE", fileExtension: ""))
      )
    },
  ]
}
