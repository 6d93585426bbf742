package org.bumpless.adapter.bridge;

import java.util.Optional;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;

/** A real controller at the other end of a bridge. Safe for any number of threads. */
public interface RealController extends AutoCloseable {
  AssetId id();

  /** What is known of a value; empty for a tag that is not bridged. Never waits. */
  Optional<Reading> read(TagId tag);

  /**
   * Hands over a write of the bench; what becomes of it is told as an event. Never waits.
   *
   * @return false if it is not even tried: nothing may be written, or too many writes wait
   */
  boolean offer(TagId tag, TagValue value);

  /** Hands the recorded values back, as at the end; the bridge goes on. */
  void revert();

  /** Whether it can still be relied on: it runs, and its values are not stale. */
  boolean sound();

  /**
   * Gives the real controller its recorded values back and lets it go; returns when that is done or
   * has failed, within some seconds.
   *
   * @throws ProductException if recorded values are not back: UNAVAILABLE, with the tags and what a
   *     person has to do by hand; all else is closed then
   */
  @Override
  void close() throws ProductException;
}
