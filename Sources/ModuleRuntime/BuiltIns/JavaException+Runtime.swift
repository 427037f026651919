extension JavaException {
  /// A failure of the runtime itself, in the class that the platform uses for its own.
  static func runtime(_ message: String) -> JavaException {
    JavaException("de.vertico.starface.module.core.runtime.ModuleRuntimeException", message)
  }
}
