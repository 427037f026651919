/// What resolution, loading or verification comes to when it fails: which error, about what. No text yet.
enum LinkFault: Hashable, Sendable {
  /// NoClassDefFoundError.
  case classMissing(Symbol)
  /// NoClassDefFoundError that names an array of the class.
  case arrayClassMissing(Symbol, depth: UInt8)
  /// The class is in a package that its module does not export.
  case classConcealed(Symbol, from: ClassID)
  /// The superclass or superinterface is in such a package.
  case superConcealed(ClassID, Symbol, isInterface: Bool)
  /// SecurityException: only Java's own loaders define classes of a package `java.*` (java.lang.ClassLoader.preDefineClass).
  case prohibitedPackage(Symbol)
  case wrongName(expected: Symbol, actual: Symbol)
  /// UnsupportedClassVersionError: newer than this Java, or compiled with preview features.
  case unsupportedVersion(Symbol, ClassVersion)
  case malformed(Symbol, String)
  case circular(Symbol)
  case superIsInterface(ClassID, ClassID)
  case superIsFinal(ClassID, ClassID)
  case interfaceIsClass(ClassID, ClassID)
  case superInaccessible(ClassID, ClassID)
  case interfaceInaccessible(ClassID, ClassID)
  case notPermitted(ClassID, ClassID)
  case finalOverridden(ClassID, MemberID)
  case classInaccessible(ClassID, from: ClassID)
  case fieldMissing(MemberUse, in: ClassID)
  case methodMissing(MemberUse, in: Symbol)
  /// A constructor that only a superclass has.
  case constructorMissing(MemberUse, in: ClassID)
  case fieldInaccessible(MemberID, from: ClassID, nest: NestFailure?)
  case methodInaccessible(MemberID, from: ClassID, nest: NestFailure?)
  case interfaceFound(ClassID)
  case classFound(ClassID)
  /// The constant's kind does not fit the owner: `Methodref` for an interface or the other way round.
  case wrongConstant(MemberUse, owner: ClassID, wantsInterface: Bool)
  case staticExpected(MemberUse, MemberID, owner: ClassID)
  case instanceExpected(MemberUse, MemberID, owner: ClassID)
  /// Static there and used as an instance's, or the other way round; known from observation only.
  case dispatchChanged(MemberUse, owner: ClassID)
  case finalWritten(MemberID, owner: ClassID, from: ClassID)
  /// A class writes its own final field in a method that is not the field's initializer.
  case finalRewritten(MemberID, owner: ClassID, by: Symbol)
  case notInstantiable(ClassID)
  /// No implementation is selected.
  case abstractCalled(AbstractCall)
  /// A lambda's interface has another method without code than the one that the lambda stands for.
  case lambdaIncomplete(LambdaSite, MemberID, in: ClassID)
  /// `super.m()` or `I.super.m()` selects an abstract method.
  case abstractSuper(MemberID, named: ClassID)
  case conflictingDefaults(MemberID, receiver: ClassID, candidates: [MemberID])
  /// A virtual call finds the method that the machine made for want of a default; it throws from the class itself.
  case abstractOverpass(MemberID, receiver: ClassID)
  /// The object's class does not implement the interface called.
  case notImplemented(receiver: ClassID, interface: ClassID)
  /// The selected implementation of an interface method is not public.
  case selectedNotPublic(MemberID, receiver: ClassID, MemberID)
  case indirectSuperinterface(MemberUse, owner: ClassID)
  case notAssignable(Assignment, in: ClassID)
  case protectedReceiver(MemberUse, in: ClassID)
  case nativeMissing(MemberID)
  /// The class is used again after its initializer failed.
  case initializationFailed(ClassID)
  /// A method handle's signature names a class that the loader of the method's own class does not have.
  case loaderConstraint(MemberUse, MemberID)
  /// `LambdaMetafactory` refuses.
  case lambdaRefused(LambdaSite)
}

/// Why two classes that want to be nest mates are not (JVMS §5.4.4).
indirect enum NestFailure: Hashable, Sendable {
  case hostMissing(ClassID)
  /// The host is there and cannot be loaded.
  case hostBroken(ClassID, LinkFault)
  case otherPackage(ClassID, host: ClassID)
  case notListed(ClassID, host: ClassID)
  /// Neither the user's claim holds nor the other one's.
  case both(NestFailure, NestFailure)
}
