/// How sure it is that a finding about linkage will be met at run time.
public enum Certainty: String, Sendable, CaseIterable {
  /// Proven: the reference is reachable from an entry point and a complete manifest contradicts it.
  case certain
  /// Contradicted by an observed manifest, or by a reflective use: likely, not proven.
  case possible
  /// No entry point leads to the call site.
  case unreachable
  /// The error would be thrown and caught by a handler around the call site.
  case guarded
}
