import ClassFiles

/// A fault as HotSpot reports it: the class of the error and its message, word for word for a Java level.
struct FaultText {
  let scope: LinkScope
  var level: Int { scope.javaLevel }
  var world: World { _read { yield scope.world } }
  var names: JavaNames { JavaNames(symbols: scope.world.symbols) }

  init(_ scope: LinkScope) { self.scope = scope }

  /// The class of the error.
  func error(_ fault: LinkFault) -> ErrorClass {
    if let nest = invalidNest(fault) { return error(nest) }
    return switch fault {
    case .classMissing, .arrayClassMissing, .wrongName, .initializationFailed: .noClassDefFound
    case .prohibitedPackage: .security
    case .classConcealed, .superConcealed, .superInaccessible, .interfaceInaccessible, .classInaccessible,
      .fieldInaccessible,
      .methodInaccessible, .finalWritten, .finalRewritten, .selectedNotPublic, .loaderConstraint:
      .illegalAccess
    case .unsupportedVersion: .unsupportedVersion
    case .malformed: .classFormat
    case .circular: .circularity
    case .superIsFinal, .finalOverridden: level >= 16 ? .incompatibleChange : .verify
    case .superIsInterface, .interfaceIsClass, .notPermitted, .interfaceFound, .classFound, .wrongConstant,
      .staticExpected, .instanceExpected, .dispatchChanged, .conflictingDefaults, .notImplemented:
      .incompatibleChange
    case .indirectSuperinterface: level >= 9 ? .incompatibleChange : .verify
    case .fieldMissing: .noSuchField
    case .methodMissing, .constructorMissing: .noSuchMethod
    case .notInstantiable: .instantiation
    case .abstractCalled, .abstractSuper, .abstractOverpass, .lambdaIncomplete: .abstractMethod
    case .notAssignable, .protectedReceiver: .verify
    case .nativeMissing: .unsatisfiedLink
    case .lambdaRefused: .bootstrapMethod
    }
  }

  /// The class of the error that a nest which does not hold is.
  private func error(_ nest: NestFailure) -> ErrorClass {
    switch nest {
    case .hostMissing: .noClassDefFound
    case .hostBroken(_, let fault): error(fault)
    case .both(let first, _): error(first)
    case .otherPackage, .notListed: .incompatibleChange
    }
  }
}
