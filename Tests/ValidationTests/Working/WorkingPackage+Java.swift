import ClassFiles
import ModuleDescriptors
import ModulePackages
import PackageFixtures

extension WorkingPackage {
  static let javaFunctions = [
    WorkingPackage("a class uploaded in the designer, named by its resource") { sample in
      let bytes = sample.package.entries.removeValue(forKey: "Worker.class")
      sample.package.entries["res/upload-id.class"] = bytes
      sample.descriptor.interface.resources.append(
        .file(FileResource(id: "upload-id", name: "Worker.class", fileExtension: "class"))
      )
    },
    WorkingPackage("a class uploaded in the designer, named by implementationFile") { sample in
      let bytes = sample.package.entries.removeValue(forKey: "Worker.class")
      sample.package.entries["res/upload-id.class"] = bytes
      sample.descriptor.interface.resources.append(
        .file(FileResource(id: "upload-id", name: "Worker.class", fileExtension: "class"))
      )
      sample[function: "Worker"].implementationFile = "upload-id.class"
    },
    WorkingPackage("implementationFile in the root") { $0[function: "Worker"].implementationFile = "Worker.class" },
    WorkingPackage("helper classes: nested, anonymous, in folders") { sample in
      for name in ["demo/Worker$Part", "demo/Worker$1", "demo/Helper"] {
        sample.package.entries["\(name.split(separator: "/")[1]).class"] = try ClassBuilder(name, majorVersion: 52)
          .build()
      }
      sample.package.entries["demo/more/Deep.class"] = try ClassBuilder("demo/more/Deep", majorVersion: 52).build()
    },
    WorkingPackage("a function of call processing") { sample in
      var worker = JavaWorker()
      worker.interfaces = [JavaFunctionSignature.callExecutable]
      sample.package.entries["Worker.class"] = try worker.bytes()
    },
    WorkingPackage("libraries with classes of one simple name, names alike, newer variants") { sample in
      sample.package.jars["second.jar"] = [
        "a/Tool.class": try ClassBuilder("a/Tool", majorVersion: 52).build(),
        "b/Tool.class": try ClassBuilder("b/Tool", majorVersion: 52).build(),
        "b/tool.class": try ClassBuilder("b/tool", majorVersion: 52).build(),
        "META-INF/versions/21/a/Tool.class": try ClassBuilder("a/Tool", majorVersion: 65).build(),
        "META-INF/services/a.Service": Array("a.Tool\n".utf8),
      ]
    },
    WorkingPackage("a library with two licences of one name") { sample in
      let jar = try FixturePackage.jar(["META-INF/LICENSE1": [1], "META-INF/LICENSE2": [2]])
      let text = Array("LICENSE2".utf8)
      sample.package.entries["twice.jar"] = jar.indices.reduce(into: jar) { jar, index in
        if jar[index...].starts(with: text) { jar[index + 7] = UInt8(ascii: "1") }
      }
    },
    WorkingPackage("a library that a shell script was put in front of") { sample in
      sample.package.entries["script.jar"] =
        try Array("#!/bin/sh\nexec java -jar $0\n".utf8) + FixturePackage.jar(["a.txt": [1]])
    },
    WorkingPackage("what a Mac's Finder adds") { sample in
      for name in ["__MACOSX/._Worker.class", "._library.jar", "__MACOSX/._module-descriptor.xml", ".DS_Store"] {
        sample.package.entries[name] = [0, 5, 22, 7]
      }
    },
  ]
}
