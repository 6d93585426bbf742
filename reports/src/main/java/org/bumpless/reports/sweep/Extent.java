package org.bumpless.reports.sweep;

/**
 * How much of an impairment is borne: the largest value at which the process was still well.
 *
 * @param largest in the unit of the impairment: ns of delay or jitter, a share of 1 of loss
 * @param open nothing that was tried was too much: the true extent lies beyond
 */
public record Extent(double largest, boolean open) {
  /** It bears none of it. */
  public static final Extent NONE = new Extent(0, false);
}
