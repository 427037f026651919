/// How sure it is that a finding about linkage will be met at run time.
public enum Certainty: String, Sendable, CaseIterable {
  /// Proven: the reference is reachable from an entry point and a complete manifest contradicts it.
  case certain
  /// Likely, not proven: an observed manifest contradicts the reference, or only reflection leads there, or it is called
  /// later than under the handler that would catch the error.
  case possible
  /// No entry point leads to the call site.
  case unreachable
  /// The error would be thrown and caught: by a handler around the call site, or on every way to it.
  case guarded
}
