package org.bumpless.historian.sqlite;

import org.bumpless.plant.operation.Outcome;

/** How far a sample can be trusted; the words stand in the database. */
enum Quality {
  /** The server answered with this value. */
  GOOD("good"),
  /** The server answered the poll without this tag. */
  MISSING("missing"),
  /** The answer was a refusal. */
  REFUSED("refused"),
  /** There was no answer. */
  NO_REPLY("no reply");

  private final String word;

  Quality(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The quality of the tags that an outcome has no value for. */
  static Quality withoutValue(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(var values, var detail) -> MISSING;
      case Outcome.Refused(var reason) -> REFUSED;
      case Outcome.NoReply(var cause) -> NO_REPLY;
    };
  }
}
