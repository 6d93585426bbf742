package org.bumpless.plant.model;

/** A level of the Purdue model (ISA-95, IEC 62264-1); {@link #L3_5} is the industrial DMZ. */
public enum PurdueLevel {
  L0("L0", "process"),
  L1("L1", "basic control"),
  L2("L2", "supervision"),
  L3("L3", "site operations"),
  L3_5("L3.5", "industrial DMZ"),
  L4("L4", "site business"),
  L5("L5", "enterprise");

  private final String label;
  private final String title;

  PurdueLevel(String label, String title) {
    this.label = label;
    this.title = title;
  }

  /** As it is written in plant files and reports, for example {@code L3.5}. */
  public String label() {
    return label;
  }

  /** What the level is for, in words. */
  public String title() {
    return title;
  }
}
