/// Why a command ends before its work is done: what to say, and the exit code.
struct CommandError: Error, Hashable {
  /// The exit code.
  var status: ExitStatus
  /// What is wrong, where, and how to mend it.
  var message: String

  /// The command line or the configuration is wrong.
  static func usage(_ message: String) -> CommandError { CommandError(status: .usage, message: message) }

  /// An input could not be read.
  static func unreadable(_ message: String) -> CommandError { CommandError(status: .unreadable, message: message) }

  /// The work itself failed: an output could not be written, a compiler refused.
  static func failed(_ message: String) -> CommandError { CommandError(status: .failed, message: message) }
}
