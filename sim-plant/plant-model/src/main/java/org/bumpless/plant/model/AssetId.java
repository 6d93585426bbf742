package org.bumpless.plant.model;

/** The name of an asset, which is also its host name, for example {@code LIC-101}. */
public record AssetId(String value) implements Comparable<AssetId> {
  public AssetId {
    Names.requireName("asset id", value);
  }

  @Override
  public int compareTo(AssetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
