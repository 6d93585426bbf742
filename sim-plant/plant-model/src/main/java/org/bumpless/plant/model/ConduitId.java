package org.bumpless.plant.model;

/** The name of a conduit (IEC 62443-3-2), for example {@code site-to-cell-1}. */
public record ConduitId(String value) implements Comparable<ConduitId> {
  public ConduitId {
    Names.requireName("conduit id", value);
  }

  @Override
  public int compareTo(ConduitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
