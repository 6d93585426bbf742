package org.bumpless.plant.model;

/**
 * What of a controller's program a password guards. The tags are for everybody either way: an
 * operator's station knows no password (the protection levels 1 to 3 of an S7-300 or S7-400).
 */
public enum Protection {
  /** Nothing but the key switch. */
  NONE("none"),

  /** Who gives no password loads nothing, and neither starts nor stops it. */
  WRITE("write"),

  /** And does not read the program either. */
  READ_WRITE("read-write");

  private final String written;

  Protection(String written) {
    this.written = written;
  }

  /** As plant files write it. */
  public String written() {
    return written;
  }

  /** Its number in the maker's manuals, 1 to 3. */
  public int level() {
    return switch (this) {
      case NONE -> 1;
      case WRITE -> 2;
      case READ_WRITE -> 3;
    };
  }
}
