import ClassFiles
import Foundation
import TestSupport
import Testing

/// Everything that `javap` and this reader both say about the classes of `java.base` must be the same.
@Suite(.serialized) struct JavaBaseTests {
  struct Batch: Sendable {
    var classes = 0
    var lines = 0
    var differences: [String] = []
  }

  @Test(.enabled(if: JDK.home != nil, Comment(rawValue: JDK.skipNote)))
  func agreesWithJavap() async throws {
    let folder = try TemporaryFolder()
    let classes = try await JDK.extractJavaBase(into: folder)
    let size = 500
    let batches = stride(from: 0, to: classes.count, by: size).map { start in
      Array(classes[start..<min(start + size, classes.count)])
    }
    var total = Batch()
    try await withThrowingTaskGroup(of: Batch.self) { group in
      for (number, batch) in batches.enumerated() {
        // Two at a time: one process and one comparison for each of two cores.
        if number >= 2, let done = try await group.next() { total.add(done) }
        group.addTask {
          let output = folder.path("javap-\(number)")
          let code = try await JDK.run("javap", ["-v", "-p"] + batch, output: output)
          defer { try? FileManager.default.removeItem(atPath: output) }
          return code == 0 ? try compare(batch, output) : Batch(differences: ["javap ended with \(code)"])
        }
      }
      for try await done in group { total.add(done) }
    }
    #expect(total.differences.isEmpty, "\(total.differences.prefix(10).joined(separator: "\n"))")
    #expect(total.classes == classes.count)
    #expect(total.classes > 6000)
    #expect(total.lines > 2_000_000)
    print("java.base: \(total.classes) classes, \(total.lines) lines compared with javap")
  }
}

extension JavaBaseTests.Batch {
  mutating func add(_ other: Self) {
    classes += other.classes
    lines += other.lines
    differences += other.differences
  }
}

private func compare(_ paths: [String], _ output: String) throws -> JavaBaseTests.Batch {
  var batch = JavaBaseTests.Batch()
  let judged = JavapOutput(try readFile(output)).classes
  guard judged.count == paths.count else {
    batch.differences.append("javap printed \(judged.count) of \(paths.count) classes")
    return batch
  }
  for (path, theirs) in zip(paths, judged) {
    let ours = try JavapRendition(ClassFile(readFile(path))).lines
    batch.classes += 1
    batch.lines += theirs.count
    if ours == theirs { continue }
    for position in 0..<max(ours.count, theirs.count) {
      let mine = position < ours.count ? ours[position] : "(nothing)"
      let his = position < theirs.count ? theirs[position] : "(nothing)"
      if mine == his || (mine.last == JavapRendition.wildcard && his.hasPrefix(String(mine.dropLast()))) { continue }
      batch.differences.append("\(path): javap says \"\(his)\", we say \"\(mine)\"")
      break
    }
  }
  return batch
}
