package org.bumpless.scenario.decision;

/**
 * What must hold between two questions of which the second follows from the first by the change of
 * one fact, whatever the policy says to either.
 */
public enum Rule {
  FACTOR_TAKEN("taking the second factor away", Fact.NO_SECOND_FACTOR, Promise.NOTHING_GAINED),
  WINDOW_CLOSED("closing the window", Fact.AT_CLOSE, Promise.NOTHING_GAINED),
  WINDOW_NOT_OPEN("asking before the window opens", Fact.NANOSECOND_BEFORE, Promise.NOTHING_GAINED),
  TICKET_TAKEN("taking the ticket away", Fact.NO_TICKET, Promise.NOTHING_GAINED),
  CERTIFICATE_LOST("an invalid certificate", Fact.NO_VALID_CERTIFICATE, Promise.NEVER_PERMITTED),
  DEVICE_INFECTED("an infected device", Fact.UNHEALTHY_DEVICE, Promise.NEVER_PERMITTED),
  STRANGER("a subject that the directory does not know", Fact.STRANGER, Promise.NEVER_PERMITTED),
  GROUP_TAKEN("taking all groups away", Fact.NO_GROUP, Promise.NOTHING_GAINED),
  ROLE_TAKEN("taking the role away", Fact.NO_ROLE, Promise.NOTHING_GAINED),
  FLOW_TAKEN("taking the declared flow away", Fact.FLOW_NONE, Promise.NOTHING_GAINED),
  TARGET_RAISED("raising the zone to SL-T 4", Fact.SL4, Promise.NOTHING_GAINED),
  LEVEL_LEFT("moving the controller out of L1", Fact.AT_L3, Promise.NOTHING_GAINED),
  READ_INSTEAD("reading instead of writing", Fact.READS, Promise.NOTHING_LOST),
  OTHER_PROTOCOL("speaking another protocol", Fact.OPC_UA, Promise.THE_SAME),
  OTHER_CONTROLLER("asking for another controller", Fact.ANOTHER_CONTROLLER, Promise.THE_SAME);

  private final String words;
  private final Fact change;
  private final Promise promise;

  Rule(String words, Fact change, Promise promise) {
    this.words = words;
    this.change = change;
    this.promise = promise;
  }

  /** What is changed, in words. */
  public String words() {
    return words;
  }

  /** The question that follows; the same one if there is nothing to change. */
  Question consequent(Question question) {
    return question.with(change);
  }

  /** What a pair of decisions breaks, in words; empty if the rule holds. */
  String broken(boolean before, boolean after) {
    return switch (promise) {
      case NOTHING_GAINED -> !before && after ? "turned a denial into a permit" : "";
      case NEVER_PERMITTED -> after ? "is permitted" : "";
      case NOTHING_LOST -> before && !after ? "turned a permit into a denial" : "";
      case THE_SAME -> before == after ? "" : "turned the decision round";
    };
  }

  private enum Promise {
    NOTHING_GAINED,
    NEVER_PERMITTED,
    NOTHING_LOST,
    THE_SAME
  }
}
