import ClassFiles
import ModuleDescriptors
import ModulePackages

/// The class of a Java function as the platform wants it (package-format.md section 5); a case changes what it is about.
struct JavaWorker {
  static let annotations = "Lde/vertico/starface/module/core/runtime/annotations/"

  var name = "demo/Worker"
  var superName = "java/lang/Object"
  var interfaces = [JavaFunctionSignature.executable]
  var flags: AccessFlags = [.public, .super]
  var isAnnotated = true
  var majorVersion: UInt16 = 52
  var constructorFlags: AccessFlags = .public
  var inputName = "number"
  var inputType = "Ljava/lang/Integer;"
  var inputFlags: AccessFlags = .public
  var inputElements: [Annotation.Element] = []
  var outputFlags: AccessFlags = .public
  /// How many inputs more it has: `more0`, `more1`, …
  var moreInputs = 0

  /// The class file.
  func bytes() throws -> [UInt8] {
    var builder = ClassBuilder(
      name,
      superName: superName,
      interfaces: interfaces,
      accessFlags: flags,
      majorVersion: majorVersion
    )
    if isAnnotated { builder.addAttribute(.annotations([Annotation(Self.annotations + "Function;")], visible: true)) }
    builder.addField(
      inputName,
      inputType,
      inputFlags,
      attributes: [.annotations([Annotation(Self.annotations + "InputVar;", inputElements)], visible: true)]
    )
    builder.addField(
      "twice",
      "Ljava/lang/Integer;",
      outputFlags,
      attributes: [.annotations([Annotation(Self.annotations + "OutputVar;")], visible: true)]
    )
    for number in 0..<moreInputs {
      builder.addField(
        "more\(number)",
        "Ljava/lang/String;",
        .public,
        attributes: [.annotations([Annotation(Self.annotations + "InputVar;")], visible: true)]
      )
    }
    builder.addDefaultConstructor(superName: superName, constructorFlags)
    return try builder.build()
  }

  /// The function as the appliance declares it.
  static func function() -> Function {
    let input = Variable(id: "number", name: "number", type: .number, label: "")
    let output = Variable(id: "twice", name: "twice", type: .number, label: "", valueByValueAllowed: false)
    return .java(
      simpleName: "Worker",
      interface: Interface(inputs: [.variable(input)], outputs: [.variable(output)]),
      createTime: SampleModule.changed,
      implementationFile: nil
    )
  }
}
