package de.starface.license.manager.jpa.v3;

public class License {
  public String getKey() { return ""; }
}
