import Subprocess

/// What keeps module code off the network.
public enum NetworkGuard: Hashable, Sendable {
  /// A network namespace of its own without any interface up: the kernel refuses every connection, `localhost` too, of
  /// Java, native code and whatever the module starts. The words are the command that runs another one in it.
  case namespace([String])
  /// Java's own sockets, channels and name look-up refuse; native code and processes that the module starts are not
  /// covered. This is all there is where the kernel gives no namespace to ordinary users.
  case javaSockets

  /// The strongest one that this system permits.
  static func best() async -> NetworkGuard {
    // The user stays who he is where unshare can do that, else he appears as root inside.
    for command in [["unshare", "--user", "--net", "--map-current-user", "--"], ["unshare", "-r", "-n", "--"]] {
      let result = try? await Subprocess.run(
        .name(command[0]),
        arguments: Arguments(Array(command.dropFirst()) + ["true"]),
        output: .discarded
      )
      if result?.terminationStatus.isSuccess == true { return .namespace(command) }
    }
    return .javaSockets
  }
}
