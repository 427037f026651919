/// A module as `module.yml` tells it: names instead of ids, nothing that can be derived.
///
/// The form is told in SamplesModules/README.md; `ModuleComposer` makes the descriptor from it.
public struct ModuleSource: Hashable, Sendable {
  /// The module's id, a UUID by custom.
  public var id: String
  /// Its name.
  public var name: String
  /// The name that people see, by language.
  public var title: SourceText
  /// Who sells it.
  public var vendor: String
  /// The version, raised at each release.
  public var version: Int
  /// What it is for.
  public var description: String
  /// A line for the module library.
  public var shortDescription: String
  /// A page about it.
  public var descriptionURL: String
  /// The platform version it is written for (`7.3.0.5`): decides `createdWith`, the Java level, the stub classes.
  public var platform: String
  /// When it was made, in milliseconds since 1970.
  public var created: Int
  /// When it was last changed, in milliseconds since 1970.
  public var changed: Int
  /// The language of texts that are not translated.
  public var defaultLocale: String
  /// Who may open it in the designer.
  public var editing: Editing
  /// The configuration values.
  public var variables: [VariableSource]
  /// The designer functions.
  public var functions: [FunctionSource]
  /// When its code runs.
  public var entryPoints: [EntryPointSource]
  /// The configuration pages.
  public var pages: [PageSource]

  /// Who may open a module in the designer (package-format.md section 2, `writeHash`).
  public enum Editing: Hashable, Sendable {
    /// Everybody.
    case open
    /// Nobody.
    case locked
    /// Whoever knows the password whose hash this is.
    case hash(String)
  }
}

/// A place in `module.yml`.
public struct SourceLine: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
}

/// What stands where a value is expected.
public enum ValueSource: Hashable, Sendable {
  /// A text, number or truth value, as written.
  case literal(String)
  /// `$name`: a variable.
  case reference(String, SourceLine)
  /// Several values.
  case list([ValueSource])
}

/// A variable of the module, or an input or output of a function.
public struct VariableSource: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its id, when it must not follow from the name.
  public var id: String?
  /// Its type: `STRING`, `NUMBER`, …
  public var type: String
  /// What it is for.
  public var description: String
  /// Its default.
  public var value: DefaultValue
  /// Where it is written.
  public var line: SourceLine

  /// A default value.
  public enum DefaultValue: Hashable, Sendable {
    /// A text, number or truth value; empty for none.
    case text(String)
    /// The elements of a `LIST`.
    case list([String])
    /// The entries of a `MAP`.
    case map([Entry])
    /// The grid of a `TIMER_SETTINGS`.
    case timer(TimerSource)
    /// A file of the project's `resources` folder, by name.
    case file(String)
  }

  /// One entry of a map.
  public struct Entry: Hashable, Sendable {
    /// Its key.
    public var key: String
    /// Its value.
    public var value: String
  }
}

/// When a timer fires (package-format.md section 3.6).
public struct TimerSource: Hashable, Sendable {
  /// Every so many periods.
  public var every: Int
  /// `Once`, `Second`, `Minute`, `Hour`, `Day`, `Week`, `Month`.
  public var period: String
  /// Milliseconds since 1970; 0 is at activation.
  public var start: Int
}

/// A designer function.
public struct FunctionSource: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its id, when it must not follow from the name.
  public var id: String?
  /// What it does.
  public var description: String
  /// Whether other modules may call it.
  public var isPublic: Bool
  /// Whether it is switched off.
  public var disabled: Bool
  /// Its inputs.
  public var inputs: [VariableSource]
  /// Its outputs.
  public var outputs: [VariableSource]
  /// Its statements.
  public var statements: [StatementSource]
  /// Where it is written.
  public var line: SourceLine
}

/// A statement of a designer function.
public struct StatementSource: Hashable, Sendable {
  /// What it does.
  public var kind: Kind
  /// A remark of the author.
  public var description: String
  /// Whether it is skipped.
  public var disabled: Bool
  /// Where it is written.
  public var line: SourceLine

  /// The statements that the designer knows (package-format.md section 3.3).
  public indirect enum Kind: Hashable, Sendable {
    /// Calls a function by its name, or a built-in one as `group/Class`.
    case call(target: String, inputs: [Argument], outputs: [Receiver])
    /// Declares a local variable.
    case variable(name: String, type: String, value: String)
    /// Assigns a value to a variable.
    case assign(target: Receiver, value: ValueSource)
    /// Runs one of two branches.
    case branch(ConditionSource, then: [StatementSource], otherwise: [StatementSource])
    /// Runs the first case whose text equals the variable.
    case choose(ValueSource, cases: [Case])
    /// Runs for each element of a list.
    case eachInList(ValueSource, [StatementSource])
    /// Runs for each entry of a map.
    case eachInMap(ValueSource, [StatementSource])
    /// Leaves the function.
    case leave
    /// Ends the run.
    case exit
    /// Says something to the reader.
    case comment(String)
  }

  /// A value for a parameter.
  public struct Argument: Hashable, Sendable {
    /// The parameter's name.
    public var name: String
    /// What it is given.
    public var value: ValueSource
    /// Where it is written.
    public var line: SourceLine
  }

  /// The variable that takes a result.
  public struct Receiver: Hashable, Sendable {
    /// The output's name; empty in an assignment.
    public var name: String
    /// The variable's name.
    public var variable: String
    /// Where it is written.
    public var line: SourceLine
  }

  /// One case of a choice.
  public struct Case: Hashable, Sendable {
    /// The text that selects it.
    public var text: String
    /// What it does.
    public var statements: [StatementSource]
    /// Where it is written.
    public var line: SourceLine
  }
}

/// A condition: those expressions whose form is known from real packages (package-format.md section 3.4).
public indirect enum ConditionSource: Hashable, Sendable {
  /// The value is true.
  case isTrue(ValueSource)
  /// The value is not true.
  case isNotTrue(ValueSource)
  /// The value is neither null nor empty.
  case isNotEmpty(ValueSource)
  /// Both values are equal.
  case equal(ValueSource, ValueSource)
  /// All conditions hold.
  case and([ConditionSource])
  /// One condition holds.
  case or([ConditionSource])
}

/// When the module's code runs (package-format.md section 3.5).
public struct EntryPointSource: Hashable, Sendable {
  /// What fires it.
  public var kind: Kind
  /// Its name.
  public var name: String
  /// The function that runs.
  public var function: String
  /// Where it is written.
  public var line: SourceLine

  /// What fires an entry point.
  public enum Kind: Hashable, Sendable {
    /// A stage of the instance's life.
    case stage(String)
    /// A timer, perhaps overridden by a variable of type `TIMER_SETTINGS`.
    case timer(TimerSource, variable: String?)
    /// An XML-RPC call.
    case rpc(authenticated: Bool)
    /// A call to the service number.
    case service
    /// A stage of every call.
    case kernel(String)
  }
}

/// A configuration page.
public struct PageSource: Hashable, Sendable {
  /// Its title.
  public var title: SourceText
  /// What it is for.
  public var description: String
  /// What stands on it.
  public var fields: [FieldSource]
  /// Where it is written.
  public var line: SourceLine
}

/// A field of a configuration page (package-format.md section 3.7).
public struct FieldSource: Hashable, Sendable {
  /// The element: `textInput`, `checkbox`, …
  public var kind: String
  /// The variable it edits; nil for headlines and texts.
  public var variable: String?
  /// Its caption.
  public var title: SourceText
  /// Its help text; of an `infotext` the text itself.
  public var description: SourceText
  /// The default that the page shows; nil takes the variable's.
  public var defaultValue: String?
  /// The longest text it takes; 0 for any.
  public var maxLength: Int
  /// What may be chosen.
  public var choices: [String]
  /// What a number must match.
  public var validation: String
  /// Headings of lists and maps.
  public var headings: Headings
  /// Where it is written.
  public var line: SourceLine

  /// Headings above the columns of a list or map.
  public struct Headings: Hashable, Sendable {
    /// Above a list.
    public var list: SourceText?
    /// Above the keys of a map.
    public var key: SourceText?
    /// Above the values of a map.
    public var value: SourceText?
  }
}
