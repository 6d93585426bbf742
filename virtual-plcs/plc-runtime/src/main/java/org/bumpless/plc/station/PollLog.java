package org.bumpless.plc.station;

/** Is told of every poll; called on the polling threads, must not block. */
@FunctionalInterface
public interface PollLog {
  void polled(Poll poll);
}
