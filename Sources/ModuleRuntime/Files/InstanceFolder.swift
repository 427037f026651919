#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The directory of an instance, which its files may not leave: not by `..`, not by an absolute path, not by a link.
struct InstanceFolder {
  /// The directory, without links.
  let root: String
  /// The same as the runtime was told, which modules may have seen.
  private let named: String

  /// The directory of the context's instance; made when it is missing.
  init(_ context: any BuiltInContext) throws(JavaException) {
    guard let folder = context.dataDirectory, FileTree.makeFolders(folder), let real = FileTree.real(folder) else {
      throw JavaException("java.io.IOException", "this runtime has no directory for the instance's files")
    }
    named = folder
    root = real
    context.instanceServices.set(InstanceFiles(real))
  }

  /// The real path of what a module names, relative to the directory or absolute inside of it; the empty path is the
  /// directory itself. It need not exist.
  ///
  /// - Parameter followsLast: false names a link itself, to delete or move it.
  func path(_ text: String, followsLast: Bool = true) throws(JavaException) -> String {
    guard !text.utf8.contains(0) else { throw .illegalArgument("Nul character not allowed") }
    var relative = text[...]
    if text.hasPrefix("/") {
      guard let base = [root, named].first(where: { text == $0 || text.hasPrefix($0 + "/") }) else {
        throw refusal(text)
      }
      relative = text.dropFirst(base.count)
    }
    var parts: [Substring] = []
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw refusal(text)
      }
    }
    var path = root
    for (index, part) in parts.enumerated() {
      let next = "\(path)/\(part)"
      guard FileTree.kind(next) == .link, followsLast || index < parts.count - 1 else {
        path = next
        continue
      }
      // A link to nowhere is refused as well: writing to it would make a file at its end.
      guard let target = FileTree.real(next), contains(target) else { throw refusal(text) }
      path = target
    }
    return path
  }

  /// Whether a real path is the directory or in it.
  func contains(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }

  private func refusal(_ path: String) -> JavaException {
    JavaException("java.lang.SecurityException", "'\(path)' leaves the instance's directory \(root)")
  }
}

/// Deletes the directory when the instance's data goes: at a plain re-import, or with the instance.
final class InstanceFiles: DiscardableService {
  private let root: String

  init(_ root: String) { self.root = root }

  func discard() { FileTree.remove(root) }
}
