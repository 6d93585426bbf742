package org.bumpless.historian.sqlite;

/** The last stored sample of one tag, and whether a new one is worth storing. */
final class LastStored {
  private final int tag;
  private final double deadBand;
  private final long atLeastEveryNanos;

  private boolean any;
  private long nanos;
  private double value;
  private Quality quality = Quality.NO_REPLY;

  LastStored(int tag, double deadBand, long atLeastEveryNanos) {
    this.tag = tag;
    this.deadBand = deadBand;
    this.atLeastEveryNanos = atLeastEveryNanos;
  }

  /** The number of the tag in the database. */
  int tag() {
    return tag;
  }

  /** Whether a sample is to be stored; if so, it is the last stored one from now on. */
  boolean take(long nowNanos, double now, Quality nowQuality) {
    boolean worth =
        !any
            || nowQuality != quality
            || nowNanos - nanos >= atLeastEveryNanos
            || Math.abs(now - value) > deadBand;
    if (worth) {
      any = true;
      nanos = nowNanos;
      value = now;
      quality = nowQuality;
    }
    return worth;
  }
}
