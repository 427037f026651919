package import Yams

extension SourceNodes {
  /// Aliases can make a small file a huge tree: no text has more nodes than this, each alias counted where it stands.
  private static let mostNodes = 100_000

  /// The tree of a text: at most 1 MiB, well formed, not empty.
  ///
  /// - Parameter example: where an author of an empty file finds a first one.
  package static func compose(
    _ text: String,
    file: String,
    example: String = "`sfm init DIR` writes a first one"
  ) throws(ProjectError) -> Node {
    guard text.utf8.count <= 1 << 20 else {
      throw ProjectError(.source, file: file, "larger than 1 MiB", hint: "put long texts into resources/")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw ProjectError(.source, [problem(of: error, in: text, file: file)])
    } catch {
      throw ProjectError(.source, file: file, "is no YAML: \(error)")
    }
    guard let root else { throw ProjectError(.source, file: file, line: 1, "is empty", hint: example) }
    guard count(root, most: mostNodes) <= mostNodes else {
      throw ProjectError(
        .source,
        file: file,
        line: 1,
        "has more than 100,000 values",
        hint: "an alias (*name) counts as often as it stands there"
      )
    }
    return root
  }

  /// How many nodes a tree has; more than `most` is not counted on.
  private static func count(_ root: Node, most: Int) -> Int {
    var open = [root]
    var count = 0
    while let node = open.popLast() {
      count += 1
      if count + open.count > most { return most + 1 }
      switch node {
      case .mapping(let mapping): for (key, value) in mapping { open += [key, value] }
      case .sequence(let sequence): open += sequence
      default: continue
      }
    }
    return count
  }

  private static func problem(of error: YamlError, in text: String, file: String) -> ProjectProblem {
    switch error {
    case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
      .composer(_, let reason, let mark, _):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = mark.line >= 1 && mark.line <= lines.count ? lines[mark.line - 1] : ""
      let hasTab = line.prefix { $0 == " " || $0 == "\t" }.contains("\t")
      return ProjectProblem(
        file: file,
        line: mark.line,
        column: mark.column,
        message: hasTab ? "a tab stands in the indentation" : "is no YAML here: \(reason)",
        hint: hasTab ? "YAML is indented with blanks" : nil
      )
    case .reader(let reason, _, _, _):
      return ProjectProblem(file: file, line: 1, column: 1, message: "is no text: \(reason)")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map(String.init(describing:)).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
      return ProjectProblem(
        file: file,
        line: context.mark.line,
        column: context.mark.column,
        message: "the key \(names) stands twice"
      )
    default:
      return ProjectProblem(file: file, message: "is no YAML: \(error)")
    }
  }
}
