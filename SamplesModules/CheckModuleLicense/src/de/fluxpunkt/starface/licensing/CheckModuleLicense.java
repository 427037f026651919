package de.fluxpunkt.starface.licensing;

import de.starface.license.manager.LicenseComponent;
import de.vertico.starface.module.core.model.VariableType;
import de.vertico.starface.module.core.model.Visibility;
import de.vertico.starface.module.core.runtime.IBaseExecutable;
import de.vertico.starface.module.core.runtime.IRuntimeEnvironment;
import de.vertico.starface.module.core.runtime.annotations.Function;
import de.vertico.starface.module.core.runtime.annotations.OutputVar;

/**
 * The FAQ's case: compiled against a platform whose getServerLicense() returns jpa.v3.License, run on one where it
 * returns another type. The call stands in line 110, as in the FAQ's log.
 */
@Function(visibility = Visibility.Private, description = "Reads the key of the server licence")
public class CheckModuleLicense implements IBaseExecutable {
  @OutputVar(label = "Key", description = "The key of the server licence", type = VariableType.STRING)
  public String key = "";

  @Override
  public void execute(IRuntimeEnvironment context) throws Exception {
    LicenseComponent component = new LicenseComponent();
    // …






















































































    key = component.getServerLicense().getKey();
  }
}
