package org.bumpless.plant.model;

/**
 * The full name of a tag: the controller that owns it and its name there, written {@code
 * LIC-101.SP}.
 */
public record TagId(AssetId controller, String name) implements Comparable<TagId> {
  public TagId {
    Names.requireName("tag name", name);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if there is no dot between controller and name
   */
  public static TagId parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "tag \"" + text + "\": expected CONTROLLER.TAG, for example LIC-101.SP");
    }
    return new TagId(new AssetId(text.substring(0, dot)), text.substring(dot + 1));
  }

  @Override
  public int compareTo(TagId other) {
    int byController = controller.compareTo(other.controller);
    return byController != 0 ? byController : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return controller + "." + name;
  }
}
