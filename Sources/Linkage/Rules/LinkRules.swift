public import Findings

/// The rules of linkage: each a kind of failure that the machine knows by a name.
public enum LinkRules {
  /// Every rule, for the catalogue.
  public static let all: [Rule] = [
    classMissing, classInaccessible, classVersion, className, classFormat, classCircular, superclassKind,
    superclassFinal,
    superclassAccess, sealed, finalOverride, fieldMissing, fieldAccess, fieldStatic, fieldFinal, methodMissing,
    methodAccess, methodStatic, methodAbstract, methodUnimplemented, defaultsConflict, ownerKind, instantiation, verify,
    native, bootstrap, serviceMissing, serviceUnusable, constant, shadowed, duplicate, packageSealed, packageProhibited,
    signatureMismatch, signerConflict, constraint,
  ]

  static func rule(_ id: RuleID, _ title: String, _ what: String, _ mend: String, _ source: String) -> Rule {
    rule(id, .error, title, what, mend, source)
  }

  static func rule(
    _ id: RuleID,
    _ severity: Severity,
    _ title: String,
    _ what: String,
    _ mend: String,
    _ source: String
  ) -> Rule {
    Rule(
      id: id,
      severity: severity,
      title: title,
      what: what,
      why: why(severity),
      mend: mend,
      source: source
    )
  }

  private static func why(_ severity: Severity) -> String {
    switch severity {
    case .error: "The JVM throws the error when the code is reached; the module then fails in the middle of its work."
    case .warning:
      "The JVM throws the error where the case comes up, which the package alone does not tell; the module then fails in the "
        + "middle of its work."
    case .notice: "Nothing fails, but the module does not do what its author compiled it for."
    }
  }

  static let classMissing = rule(
    "link.class.missing",
    "A class is missing",
    "A class that the code names, extends, catches or makes is neither in the package nor on the platform: NoClassDefFoundError.",
    "Bundle the library that has the class, or build against the platform's version of it.",
    "JVMS §5.3.1, §5.4.3.1"
  )
  static let classInaccessible = rule(
    "link.class.inaccessible",
    "A class may not be used",
    "The class exists but is not public, or its module does not export it: IllegalAccessError.",
    "Use the public type that takes its place.",
    "JVMS §5.4.4"
  )
  static let classVersion = rule(
    "link.class.version",
    "A class is too new for the platform's Java",
    "The class file version is newer than what the platform's Java reads, or the class was compiled with preview features: "
      + "UnsupportedClassVersionError.",
    "Compile with --release of the platform's Java level.",
    "JVMS §4.1"
  )
  static let className = rule(
    "link.class.name",
    "A class file holds another class",
    "A class file lies under a name that is not the class's own: NoClassDefFoundError (wrong name).",
    "Put the class where its package says.",
    "JVMS §5.3.5"
  )
  static let classFormat = rule(
    "link.class.format",
    "A class file is damaged",
    "The class file cannot be read: ClassFormatError.",
    "Compile it anew; check how the jar was made.",
    "JVMS §4.8, §5.3.5"
  )
  static let classCircular = rule(
    "link.class.circular",
    "A class is its own ancestor",
    "A superclass or superinterface leads back to the class: ClassCircularityError.",
    "Build against the version of the library that is on the platform.",
    "JVMS §5.3.5"
  )
  static let superclassKind = rule(
    "link.superclass.kind",
    "A superclass became an interface, or the other way round",
    "A class extends what is an interface now, or implements what is a class: IncompatibleClassChangeError.",
    "Build against the platform's version and follow the change.",
    "JVMS §5.3.5"
  )
  static let superclassFinal = rule(
    "link.superclass.final",
    "A superclass is final",
    "A class extends a class that is final now: IncompatibleClassChangeError (VerifyError before Java 16).",
    "Use composition in place of inheritance.",
    "JVMS §5.3.5"
  )
  static let superclassAccess = rule(
    "link.superclass.inaccessible",
    "A superclass may not be used",
    "A superclass or superinterface is not public any more: IllegalAccessError.",
    "Extend the public type that takes its place.",
    "JVMS §5.3.5, §5.4.4"
  )
  static let sealed = rule(
    "link.superclass.sealed",
    "A superclass is sealed",
    "A superclass or superinterface permits only subclasses it names: IncompatibleClassChangeError.",
    "Use one of the permitted subclasses.",
    "JVMS §5.3.5, §4.7.31"
  )
  static let finalOverride = rule(
    "link.method.final",
    "A method overrides a final one",
    "A method has the name and descriptor of a final method of a superclass: IncompatibleClassChangeError (VerifyError before Java 16).",
    "Rename the method, or do without the override.",
    "JVMS §5.3.5"
  )
  static let fieldMissing = rule(
    "link.field.missing",
    "A field is missing",
    "No field of that name and type is in the class or its ancestors: NoSuchFieldError.",
    "Build against the platform's version; the hint names the nearest field.",
    "JVMS §5.4.3.2"
  )
  static let fieldAccess = rule(
    "link.field.inaccessible",
    "A field may not be used",
    "The field is not accessible from the class: IllegalAccessError.",
    "Use the accessor that the library offers.",
    "JVMS §5.4.4"
  )
  static let fieldStatic = rule(
    "link.field.static",
    "A field became static, or ceased to be",
    "The instruction wants a static field and finds an instance's, or the other way round: IncompatibleClassChangeError.",
    "Build against the platform's version.",
    "JVMS §6.5.getfield, §6.5.getstatic"
  )
  static let fieldFinal = rule(
    "link.field.final",
    "A final field is written",
    "A field of another class is final now, or the class's own is written outside its initializer by a class file of Java 9 or newer: IllegalAccessError.",
    "Use the constructor or setter that the library offers; write a class's own final fields in its constructors and static initializer.",
    "JVMS §6.5.putfield, §6.5.putstatic"
  )
  static let methodMissing = rule(
    "link.method.missing",
    "A method is missing",
    "No method of that name and descriptor is in the class or its ancestors: NoSuchMethodError. The result type is part of the descriptor.",
    "Build against the platform's version; the hint names the nearest method.",
    "JVMS §5.4.3.3, §5.4.3.4"
  )
  static let methodAccess = rule(
    "link.method.inaccessible",
    "A method may not be used",
    "The method or constructor is not accessible from the class: IllegalAccessError.",
    "Use what the library offers publicly.",
    "JVMS §5.4.4"
  )
  static let methodStatic = rule(
    "link.method.static",
    "A method became static, or ceased to be",
    "The instruction wants a static method and finds an instance's, or the other way round: IncompatibleClassChangeError.",
    "Build against the platform's version.",
    "JVMS §6.5.invokestatic, §6.5.invokevirtual"
  )
  static let methodAbstract = rule(
    "link.method.abstract",
    "An abstract method is called",
    "A super call or a selected method has no code: AbstractMethodError.",
    "Implement the method.",
    "JVMS §6.5.invokespecial, §5.4.6"
  )
  static let methodUnimplemented = rule(
    "link.method.unimplemented",
    "A class leaves an abstract method out",
    "The class can be made but lacks a method that an ancestor declares: AbstractMethodError when it is called.",
    "Implement the method; the platform's version added it after the class was written.",
    "JVMS §5.4.6, §6.5.invokeinterface"
  )
  static let defaultsConflict = rule(
    "link.method.conflict",
    "Two default methods collide",
    "Two interfaces offer a default method and neither is more specific: IncompatibleClassChangeError when it is called.",
    "Override the method and choose one.",
    "JVMS §5.4.3.3, §5.4.6"
  )
  static let ownerKind = rule(
    "link.owner.kind",
    "A class became an interface, or the other way round",
    "A call takes its owner for a class and it is an interface, or the other way round: IncompatibleClassChangeError.",
    "Build against the platform's version.",
    "JVMS §5.4.3.3, §5.4.3.4"
  )
  static let instantiation = rule(
    "link.class.abstract",
    "An abstract class is made",
    "A class that is abstract or an interface is made by new: InstantiationError.",
    "Use the factory or the implementing class.",
    "JVMS §6.5.new"
  )
  static let verify = rule(
    "link.verify",
    "A value does not fit its declared type",
    "A class has lost a superclass that the code relies on, or a protected member is used on another class's object: VerifyError.",
    "Build against the platform's version.",
    "JVMS §4.10.1, §5.4.1"
  )
  static let native = rule(
    "link.native",
    .warning,
    "A native method is called",
    "A native method needs a library that a package cannot carry: UnsatisfiedLinkError unless it was loaded elsewhere.",
    "Load the library with System.load before the call.",
    "JVMS §5.6"
  )
  static let bootstrap = rule(
    "link.bootstrap",
    "A lambda or method reference does not fit its interface",
    "LambdaMetafactory refuses: the interface is a class now, or types changed: BootstrapMethodError.",
    "Build against the platform's version.",
    "JVMS §5.4.3.6, java.lang.invoke.LambdaMetafactory"
  )
  static let constant = rule(
    "link.constant.changed",
    .notice,
    "A constant has another value there",
    "The package bundles a class whose constant has another value in the platform's class of that name, which wins. javac "
      + "copied the bundled value into the classes that use it. Only this case is told: javac leaves no reference to a "
      + "constant, so of other classes nobody can say which ones they used.",
    "Build against the platform's version of the class if the new value matters, and leave the copy out of the package.",
    "JLS §13.1, §13.4.9"
  )
  static let constraint = rule(
    "link.loader.constraint",
    "A method handle needs a class that only the package has",
    "A lambda or method reference stands for a platform method whose signature names a class that the platform has lost and the "
      + "package still bundles: IllegalAccessError. Elsewhere a loader constraint (JVMS §5.3.4) cannot be violated: a "
      + "module's loader asks the platform's first, so whatever both have by one name is one class.",
    "Build against the platform's version.",
    "JVMS §5.3.4, §5.4.3.5"
  )
}
