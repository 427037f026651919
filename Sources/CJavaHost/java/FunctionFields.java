package sfm.host;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A built-in function that the module makes and executes itself: its public fields are inputs before, outputs after.
 */
final class FunctionFields {
  private static final String PLACE = "de.vertico.starface.module.core.runtime.";

  private FunctionFields() {}

  static boolean isFunction(String owner, String name, Object self) {
    return self != null && name.equals("execute")
        && (owner.startsWith(PLACE + "functions.") || owner.startsWith(PLACE + "experimentalFunctions."));
  }

  static Map<String, Object> read(Object function) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : function.getClass().getFields()) {
      if (Modifier.isStatic(field.getModifiers())) continue;
      try {
        fields.put(field.getName(), field.get(function));
      } catch (IllegalAccessException error) {
        continue;
      }
    }
    return fields;
  }

  static void write(Object function, Map<?, ?> outputs) {
    for (Map.Entry<?, ?> output : outputs.entrySet()) {
      try {
        Field field = function.getClass().getField(output.getKey().toString());
        Object value = Conversion.to(field.getType(), output.getValue());
        if (value != null || !field.getType().isPrimitive()) field.set(function, value);
      } catch (NoSuchFieldException | IllegalAccessException error) {
        continue;
      }
    }
  }
}
