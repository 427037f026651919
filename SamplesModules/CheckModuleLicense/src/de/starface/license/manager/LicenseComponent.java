package de.starface.license.manager;

import de.starface.license.manager.jpa.v3.License;

public class LicenseComponent {
  public License getServerLicense() { return new License(); }
}
