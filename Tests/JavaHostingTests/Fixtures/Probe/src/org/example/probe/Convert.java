package org.example.probe;

import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.InputVar;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Says what each of its fields holds. */
@Function(visibility = Visibility.Public)
public class Convert implements IBaseExecutable {

    public enum Choice { YES, NO }

    @InputVar(type = VariableType.OBJECT) public String string;
    @InputVar(type = VariableType.OBJECT) public Object object;
    @InputVar(type = VariableType.OBJECT) public Number number;
    @InputVar(type = VariableType.OBJECT) public Integer integer;
    @InputVar(type = VariableType.OBJECT) public int primitiveInt = 7;
    @InputVar(type = VariableType.OBJECT) public Long longer;
    @InputVar(type = VariableType.OBJECT) public short small = 7;
    @InputVar(type = VariableType.OBJECT) public double floating = 7;
    @InputVar(type = VariableType.OBJECT) public BigDecimal decimal;
    @InputVar(type = VariableType.OBJECT) public boolean truth = true;
    @InputVar(type = VariableType.OBJECT) public Boolean boxedTruth;
    @InputVar(type = VariableType.OBJECT) public List<Object> list;
    @InputVar(type = VariableType.OBJECT) public String[] texts;
    @InputVar(type = VariableType.OBJECT) public Map<Object, Object> map;
    @InputVar(type = VariableType.OBJECT) public Date date;
    @InputVar(type = VariableType.OBJECT) public Choice choice;
    @OutputVar(type = VariableType.STRING) public String text;
    @OutputVar(type = VariableType.OBJECT) public Object echo;

    @Override
    public void execute(IRuntimeEnvironment context) {
        Object[] all = {string, name(number), integer, primitiveInt, longer, small, floating, decimal, truth, boxedTruth, list,
            Arrays.toString(texts), map, date == null ? null : date.getTime(), choice};
        StringBuilder line = new StringBuilder();
        for (Object one : all) line.append('|').append(one);
        text = line.substring(1);
        echo = object;
    }

    private static String name(Object value) {
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
