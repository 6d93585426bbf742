package org.bumpless.adapter.bridge;

import org.bumpless.plant.model.TagValue;

/**
 * What is known of one value of a real controller.
 *
 * @param value read last
 */
public record Reading(Quality quality, TagValue value) {
  /** How far a value can be believed. */
  public enum Quality {
    /** Read lately. */
    GOOD,
    /** A write of the bench is under way: the value is about to change. */
    UNDER_WAY,
    /** Older than the plant file allows. */
    STALE
  }
}
