package de.starface.license.manager.jpa.v4;

public class License {
  public String getKey() { return ""; }
}
