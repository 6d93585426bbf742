package org.bumpless.plant.model;

/** The name of a declared flow, for example {@code aggregator-poll}. */
public record FlowId(String value) implements Comparable<FlowId> {
  public FlowId {
    Names.requireName("flow id", value);
  }

  @Override
  public int compareTo(FlowId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
