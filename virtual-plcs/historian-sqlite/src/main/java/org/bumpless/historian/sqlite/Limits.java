package org.bumpless.historian.sqlite;

import java.time.Duration;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;

/**
 * How much a historian keeps.
 *
 * @param queued polls that may wait to be written
 * @param flush time between two transactions
 * @param atLeastEvery longest time between two samples of a tag
 * @param deadBand of a number, as a part of the tag's range
 * @param samplesMax samples in the file
 */
record Limits(int queued, Duration flush, Duration atLeastEvery, double deadBand, long samplesMax) {
  /** 20 s of an aggregator that reads 20 controllers each 100 ms; a file below 300 MB. */
  static final Limits USUAL =
      new Limits(4_000, Duration.ofMillis(250), Duration.ofSeconds(10), 0.001, 2_000_000);

  /** How far a tag may move without a new sample, in its engineering unit; 0 for each change. */
  double deadBandOf(Tag tag) {
    return tag.type() == TagType.REAL ? deadBand * (tag.high() - tag.low()) : 0;
  }
}
