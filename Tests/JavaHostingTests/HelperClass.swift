import ClassFiles

/// The probe's `Helper` as a later version has it: without its method.
enum HelperClass {
  static func withoutMethod() throws(ClassFileError) -> [UInt8] {
    var builder = ClassBuilder("org/example/probe/Helper")
    builder.addDefaultConstructor()
    return try builder.build()
  }
}
