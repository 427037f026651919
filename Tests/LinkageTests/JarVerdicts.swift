import Foundation

/// What HotSpot says of the classes of one set of jars (Tests/LinkageTests/Differential/Jars/JarJudge.java).
struct JarVerdicts {
  /// An error as it is thrown.
  struct Thrown: Hashable, CustomStringConvertible {
    var error: String
    var message: String

    var description: String { "\(error): \(message)" }

    /// Manifests do not know the name of the module that keeps a package to itself.
    var withoutModule: Thrown {
      guard message.contains(" does not export "), let start = message.range(of: " (in module "),
        let end = message.range(of: ") because module ")
      else { return self }
      let module = message[start.upperBound..<end.lowerBound]
      let rest = message[end.upperBound...].dropFirst(module.count)
      return Thrown(error: error, message: "\(message[..<start.lowerBound]) because its module\(rest)")
    }
  }

  /// What resolving the references of a class comes to.
  struct Probes {
    /// How many members (by instruction or kind of handle) and types the class's code uses.
    var members: Int
    var types: Int
    /// What fails, by `JarVerdicts.key` of a member, or by kind and name of a type.
    var failures: [String: Int32] = [:]
  }

  /// Classes that load and link.
  var linked: Set<String> = []
  /// Classes that the JDK has itself.
  var hidden: Set<String> = []
  /// Classes that do not load.
  var unloaded: [String: Thrown] = [:]
  /// Classes that load, and that linking refuses.
  var unlinked: [String: Thrown] = [:]
  var probes: [String: Probes] = [:]
  /// Classes that could not be probed, and why.
  var unprobed: [String: String] = [:]
}

extension JarVerdicts {
  /// The verdicts of all sets, and the errors that their probes count.
  static func read(linked: String, probed: String) throws -> (sets: [String: JarVerdicts], thrown: [Thrown]) {
    var sets: [String: JarVerdicts] = [:]
    var thrown: [Thrown] = []
    for path in [linked, probed] {
      var name = ""
      var set = JarVerdicts()
      let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
      for line in data.split(separator: UInt8(ascii: "\n")) {
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
        switch fields[0] {
        case "S":
          if !name.isEmpty { sets[name] = set }
          name = fields[1]
          set = sets[name] ?? JarVerdicts()
        case "C": set.linked.insert(fields[1])
        case "J": set.hidden.insert(fields[1])
        case "F": set.unloaded[fields[1]] = Thrown(error: fields[2], message: fields[3]).withoutModule
        case "V": set.unlinked[fields[1]] = Thrown(error: fields[2], message: fields[3]).withoutModule
        case "M": thrown.append(Thrown(error: fields[1], message: fields[2]))
        case "X": set.unprobed[fields[1]] = fields.dropFirst(2).joined(separator: " ")
        case "P":
          var probes = Probes(members: Int(fields[2]) ?? -1, types: Int(fields[3]) ?? -1)
          for failure in fields.dropFirst(4) {
            guard let equals = failure.lastIndex(of: "=") else { continue }
            probes.failures[String(failure[..<equals])] = Int32(failure[failure.index(after: equals)...])
          }
          set.probes[fields[1]] = probes
        default: throw CocoaError(.fileReadCorruptFile)
        }
      }
      sets[name] = set
    }
    return (sets, thrown)
  }
}
