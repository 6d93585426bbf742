package org.bumpless.plant.engine.tennessee;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The published base case. */
final class BaseCaseTable {
  private BaseCaseTable() {}

  /**
   * A figure.
   *
   * @param kind xmeas or xmv
   * @param number from 1
   */
  record Entry(String kind, int number, BigDecimal printed) {
    double value() {
      return printed.doubleValue();
    }

    /** Half a unit of the last printed digit, and a little: 18.11349 is printed as 18.114. */
    double tolerance() {
      return printed.ulp().doubleValue() * 0.52;
    }
  }

  static List<Entry> entries() {
    try (InputStream file =
        Objects.requireNonNull(BaseCaseTable.class.getResourceAsStream("base-case.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .map(w -> new Entry(w[0], Integer.parseInt(w[1]), new BigDecimal(w[2])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
