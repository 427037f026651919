/// One difference between two versions of a platform.
public struct InterfaceChange: Hashable, Sendable {
  /// What is different.
  public enum Kind: Hashable, Sendable {
    case classAdded, classRemoved
    case becameInterface, becameClass
    case superclassChanged(from: String?, to: String?)
    case supertypeAdded(String), supertypeRemoved(String)
    case becameSealed, noLongerSealed
    case memberAdded, memberRemoved
    /// The member is inherited now from the class named.
    case movedToSupertype(String)
    /// A method (field) of the same name and parameters has another type now; the text is the new descriptor.
    case typeChanged(to: String)
    case accessReduced, accessWidened
    case becameFinal, noLongerFinal
    case becameAbstract, noLongerAbstract
    case becameStatic, becameInstance
    case constantChanged(from: ConstantFact?, to: ConstantFact?)
    case exceptionsChanged, signatureChanged, annotationDefaultChanged
  }

  /// What it means for classes compiled against the older version (JLS chapter 13).
  public enum Effect: Hashable, Sendable {
    /// Every class that links, links still.
    case compatible
    /// Links and compiles, but compiling again may fail or behave otherwise.
    case sourceOnly
    /// A class that uses it as `use` says fails with this JVM error.
    case breaks(error: String, use: Use)
    /// Not proven: an observed line contradicts the old form.
    case mayBreak(error: String, use: Use)
  }

  /// Which use of the changed thing is concerned.
  public enum Use: Hashable, Sendable {
    case any, subclassing, implementing, overriding, instantiating, writing, converting
  }

  /// Internal name of the class.
  public var owner: String
  /// Name and descriptor of the member; nil for a change of the class itself.
  public var member: Member?
  /// What is different.
  public var kind: Kind
  /// What that means for compiled classes.
  public var effect: Effect

  /// A member of the class.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its descriptor.
    public var descriptor: String

    /// A member of those parts.
    public init(name: String, descriptor: String) {
      self.name = name
      self.descriptor = descriptor
    }
  }

  /// Whether some class that linked before does not link after, or may not.
  public var isBreaking: Bool {
    switch effect {
    case .breaks, .mayBreak: true
    case .compatible, .sourceOnly: false
    }
  }
}

extension InterfaceChange: CustomStringConvertible {
  /// One line: what, where, and the error it leads to.
  public var description: String {
    let place = member.map { "\(owner).\($0.name) \($0.descriptor)" } ?? owner
    return "\(kind.words): \(place)" + effect.words
  }
}

extension InterfaceChange.Kind {
  /// The change in a few words.
  public var words: String {
    switch self {
    case .classAdded: "class added"
    case .classRemoved: "class removed"
    case .becameInterface: "class became an interface"
    case .becameClass: "interface became a class"
    case .superclassChanged(let from, let to): "superclass changed from \(from ?? "none") to \(to ?? "none")"
    case .supertypeAdded(let name): "supertype \(name) added"
    case .supertypeRemoved(let name): "supertype \(name) removed"
    case .becameSealed: "became sealed"
    case .noLongerSealed: "no longer sealed"
    case .memberAdded: "added"
    case .memberRemoved: "removed"
    case .movedToSupertype(let name): "moved to \(name)"
    case .typeChanged(let descriptor): "type changed to \(descriptor)"
    case .accessReduced: "access reduced"
    case .accessWidened: "access widened"
    case .becameFinal: "became final"
    case .noLongerFinal: "no longer final"
    case .becameAbstract: "became abstract"
    case .noLongerAbstract: "no longer abstract"
    case .becameStatic: "became static"
    case .becameInstance: "became an instance member"
    case .constantChanged(let from, let to):
      "constant changed from \(from.map(ManifestText.write) ?? "none") to \(to.map(ManifestText.write) ?? "none")"
    case .exceptionsChanged: "declared exceptions changed"
    case .signatureChanged: "generic signature changed"
    case .annotationDefaultChanged: "default changed"
    }
  }
}

extension InterfaceChange.Effect {
  /// What stands behind the change in a line of text; empty for a compatible one.
  public var words: String {
    switch self {
    case .compatible: ""
    case .sourceOnly: " (source only)"
    case .breaks(let error, let use): " -> \(error)" + use.words
    case .mayBreak(let error, let use): " -> possibly \(error)" + use.words
    }
  }
}

extension InterfaceChange.Use {
  fileprivate var words: String {
    switch self {
    case .any: ""
    case .subclassing: " in subclasses"
    case .implementing: " in implementing classes"
    case .overriding: " in classes that override it"
    case .instantiating: " where it is instantiated"
    case .writing: " where it is written"
    case .converting: " where it is taken for the supertype"
    }
  }
}
