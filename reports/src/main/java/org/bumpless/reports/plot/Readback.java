package org.bumpless.reports.plot;

import java.util.Locale;

/** What the page's script needs in order to read values back from a plot's lines. */
final class Readback {
  private Readback() {}

  /**
   * Attributes of an image.
   *
   * @param kind {@code quantile} or {@code seconds}
   */
  static String[] of(String kind, Scale x) {
    return new String[] {"data-x", kind, "data-x-scale", scale(x)};
  }

  /** Attributes of the group that holds one line. */
  static String[] series(String name, String unit, Scale y) {
    return new String[] {"data-series", name, "data-unit", unit, "data-y-scale", scale(y)};
  }

  private static String scale(Scale scale) {
    return String.format(
        Locale.ROOT,
        "%s %.6g %.6g %.1f %.1f",
        scale.word(),
        scale.low(),
        scale.high(),
        scale.from(),
        scale.to());
  }
}
