import Commands
import Glibc

/// Begins the tool on this thread, where it stays until a command really waits for something: most never do, and a pool
/// of threads with its event loop took about 2 ms of a run of 14.
nonisolated func begin() {
  Task.immediate { exit(await Tool.run(Array(CommandLine.arguments.dropFirst()), in: .process())) }
}

// Unless TZ says where local time comes from, the C library asks after this file each time that libarchive reads the time of
// an entry.
setenv("TZ", ":/etc/localtime", 0)
begin()
// What waits goes on in other threads, and one of them ends the process. `dispatchMain()` would end this thread by
// unwinding its stack, for which a static binary first sorts all its unwind tables: 40 ms.
while true { pause() }
