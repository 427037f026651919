import Commands
import Dispatch
import Glibc

/// Begins the tool on this thread, where it stays until a command really waits for something: most never do, and a pool
/// of threads with its event loop costs a fifth of validating a package.
nonisolated func begin() {
  Task.immediate { exit(await Tool.run(Array(CommandLine.arguments.dropFirst()), in: .process())) }
}

begin()
dispatchMain()
