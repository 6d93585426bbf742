package org.bumpless.plant.model;

import java.util.regex.Pattern;

/**
 * The spelling that every name in a plant file keeps to, so that it can be a host name and a file
 * name.
 */
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

  private Names() {}

  static boolean isName(String value) {
    return NAME.matcher(value).matches();
  }

  static void requireName(String what, String value) {
    if (!isName(value)) {
      throw new IllegalArgumentException(
          what
              + " \""
              + value
              + "\": expected a letter, then letters, digits, '-' or '_', 63 at most");
    }
  }
}
