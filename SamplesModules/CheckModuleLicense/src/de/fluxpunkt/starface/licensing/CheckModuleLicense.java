package de.fluxpunkt.starface.licensing;

import de.starface.license.manager.LicenseComponent;

/**
 * The FAQ's case: compiled against a platform whose getServerLicense() returns jpa.v3.License, run on one where it
 * returns another type. The call stands in line 110, as in the FAQ's log.
 */
public class CheckModuleLicense {
  public String key;

  public void execute(Object context) throws Exception {
    LicenseComponent component = new LicenseComponent();
    // …











    // …











    // …











    // …











    // …











    // …











    // …











    // …











    key = component.getServerLicense().getKey();
  }
}
