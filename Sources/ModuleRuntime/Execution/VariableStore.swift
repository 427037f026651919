/// The values of a module's own variables, for one instance: shared by every thread of control of that instance.
final class VariableStore {
  var values: [Value]

  init(_ values: [Value]) { self.values = values }
}
