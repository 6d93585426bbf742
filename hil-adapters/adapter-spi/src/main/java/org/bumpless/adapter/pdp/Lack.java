package org.bumpless.adapter.pdp;

/** Why there is no decision; each is counted by itself, and none of them is a denial. */
public enum Lack {
  LATE("no answer in time", false),
  /** Refused, hung up, closed. */
  UNREACHABLE("nobody answers", false),
  /** For example HTTP 500. */
  ERROR_STATUS("an error in the place of an answer", false),
  /** For example HTTP 200 with {@code {"error": ...}}, or a denial that carries an error. */
  ERROR_BODY("an error in the form of an answer", true),
  WITHOUT_DECISION("an answer without a decision", true),
  /** For example the text {@code "true"}. */
  NOT_BOOLEAN("a decision that is neither true nor false", true),
  TWICE("two decisions in one answer", true),
  MALFORMED("an answer that cannot be understood", true),
  /** The decision point says that it cannot decide this. */
  UNDECIDED("no decision was come to", false);

  private final String words;
  private final boolean breach;

  Lack(String words, boolean breach) {
    this.words = words;
    this.breach = breach;
  }

  /** What came in its place, for people. */
  public String words() {
    return words;
  }

  /** Whether the decision point broke its interface, which no slow host and no network does. */
  public boolean breach() {
    return breach;
  }
}
