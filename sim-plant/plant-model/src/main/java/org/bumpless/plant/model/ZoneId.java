package org.bumpless.plant.model;

/** The name of a zone (IEC 62443-3-2), for example {@code cell-1}. */
public record ZoneId(String value) implements Comparable<ZoneId> {
  public ZoneId {
    Names.requireName("zone id", value);
  }

  @Override
  public int compareTo(ZoneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
