package org.example.normalizer;

import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.InputVar;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;

/** Brings a number as people write it into the form +CCNNNN (ITU-T E.164). */
@Function(visibility = Visibility.Public, description = "Brings a phone number into the international form")
public class NormalizeNumber implements IBaseExecutable {

    @InputVar(label = "Number", description = "As people write it", type = VariableType.STRING)
    public String number = "";

    @InputVar(label = "Country code", description = "Without + and zeros", type = VariableType.STRING)
    public String countryCode = "49";

    @InputVar(label = "Area code", description = "Without the leading zero; empty for none", type = VariableType.STRING)
    public String areaCode = "";

    @OutputVar(label = "Normalised", description = "Such as +4972115104", type = VariableType.STRING)
    public String normalized = "";

    @OutputVar(label = "Valid", description = "Whether it was a number at all", type = VariableType.BOOLEAN)
    public boolean valid = false;

    @Override
    public void execute(IRuntimeEnvironment context) throws Exception {
        StringBuilder digits = new StringBuilder();
        boolean international = number != null && number.trim().startsWith("+");
        for (char c : (number == null ? "" : number).toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" ()-/.+".indexOf(c) < 0) {
                context.getLog().debug("not a phone number: " + number);
                return;
            }
        }
        String text = digits.toString();
        if (text.length() < 3 || text.length() > 18) {
            return;
        }
        if (international) {
            normalized = "+" + text;
        } else if (text.startsWith("00")) {
            normalized = "+" + text.substring(2);
        } else if (text.startsWith("0")) {
            normalized = "+" + countryCode + text.substring(1);
        } else {
            normalized = "+" + countryCode + areaCode + text;
        }
        valid = true;
    }
}
