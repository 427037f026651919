package org.example.normalizer;

import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.InputVar;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;

/** Sets a normalised number in groups of digits, so that it can be read aloud. */
@Function(visibility = Visibility.Private, description = "Sets a normalised number in groups of digits")
public class FormatNumber implements IBaseExecutable {

    @InputVar(label = "Number", description = "In the form +CCNNNN", type = VariableType.STRING)
    public String number = "";

    @InputVar(label = "Country code", description = "Stands by itself in front", type = VariableType.STRING)
    public String countryCode = "49";

    @InputVar(label = "Grouping", description = "How many digits stand together", type = VariableType.NUMBER)
    public Integer grouping = 3;

    @OutputVar(label = "Formatted", description = "Such as +49 721 151 04", type = VariableType.STRING)
    public String formatted = "";

    @Override
    public void execute(IRuntimeEnvironment context) throws Exception {
        String head = "+" + countryCode;
        boolean known = number != null && number.startsWith(head);
        String rest = number == null ? "" : known ? number.substring(head.length()) : number;
        StringBuilder text = new StringBuilder(known ? head : "");
        int size = grouping == null || grouping < 1 ? 3 : grouping;
        for (int i = 0; i < rest.length(); i += size) {
            if (text.length() > 0) {
                text.append(' ');
            }
            text.append(rest, i, Math.min(rest.length(), i + size));
        }
        formatted = text.toString();
        context.getLog().debug(number + " -> " + formatted);
    }
}
