/// The value of a `ConstantValue` attribute (JVMS §4.7.2). The field's descriptor tells `int` from `boolean`, `char`,
/// `byte` and `short`.
public enum ConstantFact: Hashable, Sendable {
  case int(Int32)
  case long(Int64)
  /// The IEEE 754 bits, so that every NaN and -0.0 survives.
  case float(bits: UInt32)
  case double(bits: UInt64)
  case string(String)
}

extension ConstantFact: CustomStringConvertible {
  /// The value as the text form has it.
  public var description: String { ManifestText.write(self) }
}

/// The value of an annotation element (JVMS §4.7.16.1), here the default of an annotation type's element.
public indirect enum AnnotationFact: Hashable, Sendable {
  /// `tag` is one of `B C D F I J S Z`, the constant the pool entry of that tag.
  case constant(tag: UInt8, ConstantFact)
  case string(String)
  case enumConstant(descriptor: String, name: String)
  case classReference(descriptor: String)
  case annotation(descriptor: String, elements: [Element])
  case array([AnnotationFact])

  /// One `name = value` pair of a nested annotation.
  public struct Element: Hashable, Sendable {
    /// The element's name.
    public var name: String
    /// Its value.
    public var value: AnnotationFact

    /// A pair.
    public init(name: String, value: AnnotationFact) {
      self.name = name
      self.value = value
    }
  }
}
