package org.bumpless.features.steps;

import org.bumpless.features.ClaimOpen;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;

/**
 * A value as a sentence says it.
 *
 * @param unit engineering unit; empty if none was said
 */
public record Quantity(double number, String unit) {

  /** Reads {@code 62 %}, {@code 0.5}, {@code on}, {@code off}, {@code MAN} or {@code AUTO}. */
  public static Quantity parse(String text) {
    return switch (text) {
      case "on", "AUTO" -> new Quantity(1, "");
      case "off", "MAN" -> new Quantity(0, "");
      default -> {
        int space = text.indexOf(' ');
        yield space < 0
            ? new Quantity(Double.parseDouble(text), "")
            : new Quantity(Double.parseDouble(text.substring(0, space)), text.substring(space + 1));
      }
    };
  }

  /** The value that a tag takes. */
  public TagValue of(Tag tag) {
    if (!unit.isEmpty() && !unit.equals(tag.unit())) {
      throw new ClaimOpen(
          tag.id() + " is in \"" + tag.unit() + "\"; the sentence says \"" + unit + "\"");
    }
    return TagValue.of(tag.type(), number);
  }
}
