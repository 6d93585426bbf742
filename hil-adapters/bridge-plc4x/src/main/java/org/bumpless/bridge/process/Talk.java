package org.bumpless.bridge.process;

/** The first words of the lines between the bench and the process at the controller. */
final class Talk {
  /** The bench lives. */
  static final String BEAT = "beat";

  /** A write: its number, the tag, the value in the tag's unit. */
  static final String WRITE = "write";

  /** The recorded values are to be brought back; the bridge goes on. */
  static final String REVERT = "revert";

  /** The recorded values are to be brought back, and then it is over. */
  static final String STOP = "stop";

  /** Every tag has been read once. */
  static final String READY = "ready";

  /** It cannot be opened: whose fault that is, and why. */
  static final String FAULT = "fault";

  /** A tag was read: the tag, the value in its unit. */
  static final String VALUE = "value";

  /** Nothing more will happen about a write: its number. */
  static final String SETTLED = "settled";

  /** Something happened: its kind, a text. */
  static final String EVENT = "event";

  /** The last word: whether the recorded values are back. */
  static final String STOPPED = "stopped";

  private Talk() {}
}
