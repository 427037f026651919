import PackageFixtures
import ClassFiles
import ModuleDescriptors

extension Case {
  /// package-format.md sections 1 and 4: classes and bundled jars.
  static let classes: [Case] = [
    Case(
      "a class file that is none",
      """
      error class.malformed in Broken.class
        'Broken.class' is no readable class file: at byte 0: expected a class file, which begins with CAFEBABE, found 636C6173
        hint: Compile it again.
      """
    ) { $0.package.entries["Broken.class"] = Array("class".utf8) },
    Case(
      "a broken class in a bundled jar",
      """
      error class.malformed in library.jar!/demo/Broken.class
        'library.jar!/demo/Broken.class' is no readable class file: at byte 0: expected the constant pool, found 2 bytes
        hint: Compile it again.
      """
    ) {
      $0.package.jars["library.jar"]?["demo/Broken.class"] = [0xCA, 0xFE]
    },
    Case(
      "a class for a newer Java",
      """
      error class.version.unsupported in Worker.class
        'Worker.class' needs Java 21 (class file 65); STARFACE 8.0.0.5 runs Java 17
        hint: Compile with `--release` of the platform's Java: 7 for 6.x, 8 for 7.x, 17 for 8.x and 9.x, 21 for 10.x.
      """
    ) { $0.setWorker { $0.majorVersion = 65 } },
    Case("a class for the platform's Java") { $0.setWorker { $0.majorVersion = 61 } },
    Case(
      "a class for a newer Java in a bundled jar",
      """
      warning class.version.unsupported in library.jar!/demo/lib/New.class
        'library.jar!/demo/lib/New.class' needs Java 21 (class file 65); STARFACE 8.0.0.5 runs Java 17
      """
    ) {
      $0.package.jars["library.jar"]?["demo/lib/New.class"] = try ClassBuilder("demo/lib/New", majorVersion: 65).build()
    },
    Case(
      "a bundled jar for a newer Java",
      """
      error class.version.unsupported in new.jar!/demo/A.class
        'new.jar!/demo/A.class' needs Java 21 (class file 65), and so do 1 more classes of this jar; STARFACE 8.0.0.5 runs Java 17
        hint: Compile with `--release` of the platform's Java: 7 for 6.x, 8 for 7.x, 17 for 8.x and 9.x, 21 for 10.x.
      """
    ) { sample in
      sample.package.jars["new.jar"] = [
        "demo/A.class": try ClassBuilder("demo/A", majorVersion: 65).build(),
        "demo/B.class": try ClassBuilder("demo/B", majorVersion: 65).build(),
      ]
    },
    Case("a class for a newer Java beside the old one, in a multi-release jar") {
      $0.package.jars["library.jar"]?["META-INF/versions/21/demo/lib/Tool.class"] =
        try ClassBuilder("demo/lib/Tool", majorVersion: 65).build()
    },
    Case(
      "two classes of one simple name",
      """
      warning class.name.collision in res/worker-id.class
        'res/worker-id.class' and 'Worker.class' both hold a class named 'Worker'
      """
    ) { sample in
      sample.package.entries["res/worker-id.class"] = try ClassBuilder("other/Worker", majorVersion: 52).build()
      sample.descriptor.resources.append(
        .file(FileResource(id: "worker-id", name: "Worker.class", fileExtension: "class"))
      )
    },
    Case(
      "a bundled jar that is none",
      """
      error zip.not-a-zip in broken.jar
        this is no ZIP archive: it has no end record and no entry
        hint: Build the package with `sfm build`, or download it again if it came from elsewhere.
      """
    ) { $0.package.entries["broken.jar"] = Array("no jar".utf8) },
    Case(
      "a bundled jar without entries",
      """
      error library.malformed in empty.jar
        the bundled jar 'empty.jar' holds nothing that can be read
        hint: Replace it with an intact copy.
      """
    ) {
      $0.package.entries["empty.jar"] = Array("PK\u{5}\u{6}".utf8) + Array(repeating: 0, count: 18)
    },
    Case(
      "a bundled library that the platform has",
      """
      notice library.shadowed in logging.jar
        the platform has 1 of the 1 classes of 'logging.jar' itself, namely org.apache.commons.logging.Log
      """
    ) {
      $0.package.jars["logging.jar"] = [
        "org/apache/commons/logging/Log.class": try ClassBuilder("org/apache/commons/logging/Log", majorVersion: 50)
          .build()
      ]
    },
    Case(
      "a class that the platform has",
      """
      warning class.shadowed in Logger.class
        the platform has the class org.apache.commons.logging.Log itself, and loads its own
      """
    ) {
      $0.package.entries["Logger.class"] = try ClassBuilder("org/apache/commons/logging/Log", majorVersion: 50).build()
    },
    Case(
      "names alike in an obfuscated jar",
      """
      notice zip.entry.alike in library.jar!/o/a.class
        "o/a.class" and "o/A.class" differ only in case or Unicode form (offset 554)
      """
    ) { sample in
      sample.package.jars["library.jar"]?["o/a.class"] = try ClassBuilder("o/a", majorVersion: 52).build()
      sample.package.jars["library.jar"]?["o/A.class"] = try ClassBuilder("o/A", majorVersion: 52).build()
    },
    Case(
      "names alike in the package",
      """
      warning zip.entry.alike in a.txt
        "a.txt" and "A.txt" differ only in case or Unicode form (offset 4479)
      """
    ) { sample in
      sample.package.entries["a.txt"] = [1]
      sample.package.entries["A.txt"] = [2]
    },
  ]
}
