package org.bumpless.plant.file;

/** A text in a file, and where it stands. */
public record Word(String text, Place place) {
  @Override
  public String toString() {
    return text;
  }
}
