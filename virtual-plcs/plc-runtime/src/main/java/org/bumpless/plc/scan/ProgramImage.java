package org.bumpless.plc.scan;

/**
 * A controller's process image as its program sees it during a scan; slots are those of the plant
 * file's tags.
 */
public interface ProgramImage {
  double get(int slot);

  /**
   * Sets a tag.
   *
   * @throws IllegalArgumentException if the tag's type cannot hold the value: the program is
   *     faulted
   */
  void set(int slot, double value);

  /** A latched input of the field; the index is the position among the program's inputs. */
  double input(int index);

  void output(int index, double value);
}
