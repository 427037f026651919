import Findings

extension LinkFault {
  /// The rule that speaks of a fault.
  var rule: Rule {
    switch self {
    case .classMissing, .arrayClassMissing, .initializationFailed: LinkRules.classMissing
    case .classConcealed, .classInaccessible: LinkRules.classInaccessible
    case .wrongName: LinkRules.className
    case .unsupportedVersion: LinkRules.classVersion
    case .malformed: LinkRules.classFormat
    case .circular: LinkRules.classCircular
    case .superIsInterface, .interfaceIsClass: LinkRules.superclassKind
    case .superIsFinal: LinkRules.superclassFinal
    case .prohibitedPackage: LinkRules.packageProhibited
    case .superInaccessible, .interfaceInaccessible, .superConcealed: LinkRules.superclassAccess
    case .notPermitted: LinkRules.sealed
    case .finalOverridden: LinkRules.finalOverride
    case .fieldMissing: LinkRules.fieldMissing
    case .methodMissing, .constructorMissing: LinkRules.methodMissing
    case .fieldInaccessible: LinkRules.fieldAccess
    case .methodInaccessible, .selectedNotPublic: LinkRules.methodAccess
    case .interfaceFound, .classFound, .wrongConstant, .indirectSuperinterface: LinkRules.ownerKind
    case .staticExpected(let use, _, _), .instanceExpected(let use, _, _), .dispatchChanged(let use, _):
      use.kind.isField ? LinkRules.fieldStatic : LinkRules.methodStatic
    case .finalWritten, .finalRewritten: LinkRules.fieldFinal
    case .notInstantiable: LinkRules.instantiation
    case .abstractCalled, .abstractOverpass, .lambdaIncomplete: LinkRules.methodUnimplemented
    case .abstractSuper: LinkRules.methodAbstract
    case .conflictingDefaults: LinkRules.defaultsConflict
    case .notImplemented: LinkRules.methodUnimplemented
    case .notAssignable, .protectedReceiver: LinkRules.verify
    case .nativeMissing: LinkRules.native
    case .lambdaRefused: LinkRules.bootstrap
    case .loaderConstraint: LinkRules.constraint
    }
  }
}
