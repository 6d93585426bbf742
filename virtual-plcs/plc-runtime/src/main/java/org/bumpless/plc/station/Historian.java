package org.bumpless.plc.station;

import java.util.Optional;

/**
 * A historian at work: records over time what a station reads. Told of every poll on the polling
 * threads, it never makes them wait; what it cannot keep up with is lost and counted.
 */
public interface Historian extends PollLog, AutoCloseable {

  /** How it has fared so far. */
  Account account();

  /** Records what it has been told and ends its file; returns when that is done, within 10 s. */
  @Override
  void close();

  /**
   * How a historian has fared.
   *
   * @param polls polls that it was told of
   * @param samples samples in its file
   * @param lost polls that are not in its file because it could not keep up or has failed
   * @param failure why it records no longer; empty while all is well
   */
  record Account(long polls, long samples, long lost, Optional<String> failure) {}
}
