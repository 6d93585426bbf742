package org.bumpless.scenario.decision;

/** What a decision may look at; one column of the policy's table. */
public enum Attribute {
  SUBJECT("who asks"),
  FACTOR("second factor"),
  CERTIFICATE("certificate"),
  GROUPS("groups"),
  ROLE("role"),
  DEVICE("device"),
  ASSET("controller"),
  LEVEL("Purdue level"),
  TARGET("target security level"),
  ACTION("action"),
  PROTOCOL("protocol"),
  TICKET("change ticket"),
  FLOW("declared flow");

  private final String title;

  Attribute(String title) {
    this.title = title;
  }

  /** What it is called in a finding. */
  public String title() {
    return title;
  }
}
