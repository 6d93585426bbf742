package org.bumpless.plant.model;

/**
 * What a controller itself has beside the tags of its program: an effect on one of these is as
 * serious as one on a tag. No protocol writes them as tags.
 */
public final class SystemTags {
  private SystemTags() {}

  /** Checksum of the program that is loaded; see {@link ProgramText#checksum}. */
  public static TagId programChecksum(AssetId controller) {
    return new TagId(controller, "PROGRAM_CHECKSUM");
  }

  /** Operating mode, in capitals. */
  public static TagId operatingMode(AssetId controller) {
    return new TagId(controller, "OPERATING_MODE");
  }

  /** Inputs and outputs that somebody holds at a value, in words; empty if none. */
  public static TagId forced(AssetId controller) {
    return new TagId(controller, "FORCED");
  }
}
