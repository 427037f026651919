/// The texts of the templates, without the module's head.
enum TemplateTexts {
  static let designer = """
    variables:
      NAME: {type: STRING, value: world}

    functions:
      onActivated:
        do:
          - call: greet
            in: {name: $NAME}
            out: {greeting: _greeting}
          - log: $_greeting

      onChanged:
        do:
          - log: [the name is now, $NAME]

      greet:
        in:
          name: STRING
        out:
          greeting: STRING
        do:
          - if: {isNotEmpty: $name}
            then:
              - call: starface.string/Append2
                in: {strings: ["Hello ", $name, "!"]}
                out: {result: greeting}
            else:
              - set: greeting
                to: Hello!

    entryPoints:
      - {stage: InstanceActivated, call: onActivated}
      - {stage: InstanceChanged, call: onChanged}

    pages:
      - title: {en: Greeting, de: Begrüßung}
        fields:
          - textInput: NAME
            title: {en: Name, de: Name}

    """

  static let java = """
    variables:
      TEXT: {type: STRING, value: hello}

    functions:
      onActivated:
        do:
          - call: Shout
            in: {text: $TEXT}
            out: {loud: _loud}
          - log: $_loud

    entryPoints:
      - {stage: InstanceActivated, call: onActivated}

    pages:
      - title: {en: Text, de: Text}
        fields:
          - textInput: TEXT
            title: {en: Text, de: Text}

    """

  static let shout = """
    package org.example;

    import de.vertico.starface.module.core.model.VariableType;
    import de.vertico.starface.module.core.model.Visibility;
    import de.vertico.starface.module.core.runtime.IBaseExecutable;
    import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
    import de.vertico.starface.module.core.runtime.annotations.Function;
    import de.vertico.starface.module.core.runtime.annotations.InputVar;
    import de.vertico.starface.module.core.runtime.annotations.OutputVar;

    /** Says a text in capitals. */
    @Function(visibility = Visibility.Private, description = "Says a text in capitals")
    public class Shout implements IBaseExecutable {

        @InputVar(label = "Text", description = "What to say", type = VariableType.STRING)
        public String text = "";

        @OutputVar(label = "Loud", description = "The text in capitals", type = VariableType.STRING)
        public String loud = "";

        @Override
        public void execute(IRuntimeEnvironment context) throws Exception {
            loud = text == null ? "" : text.toUpperCase();
        }
    }

    """

  static let call = """
    variables:
      GREETING: {type: STRING, value: A call has come in}

    functions:
      onCall:
        do:
          - log: $GREETING

      onActivated:
        do:
          - log: Ready for calls

    entryPoints:
      - {service: reception, call: onCall}
      - {stage: InstanceActivated, call: onActivated}

    pages:
      - title: {en: Calls, de: Anrufe}
        fields:
          - textInput: GREETING
            title: {en: What the log says, de: Was im Protokoll steht}

    """

  static let rpc = """
    functions:
      # A Java function must be wrapped like this, too: called directly it gets no parameters.
      status:
        in:
          name: STRING
        out:
          text: STRING
          success: BOOLEAN
        do:
          - call: starface.entities/GetModuleInfo
            out: {moduleName: _module, moduleVersion: _version}
          - call: starface.string/Append2
            in: {strings: [$name, ": ", $_module, " ", $_version]}
            out: {result: text}
          - set: success
            to: true

    entryPoints:
      - {rpc: status, call: status, access: auth}

    """
}
