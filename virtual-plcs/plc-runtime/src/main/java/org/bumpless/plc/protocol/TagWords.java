package org.bumpless.plc.protocol;

import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/** The 16-bit words in which a tag's value travels, high word first. */
public final class TagWords {
  private TagWords() {}

  private static IllegalArgumentException wordless(String text) {
    return new IllegalArgumentException("\"" + text + "\" is a STRING, which has no words");
  }

  /** How many words a type takes; a STRING has none. */
  public static int count(TagType type) {
    return switch (type) {
      case BOOL, INT -> 1;
      case REAL -> 2;
      case STRING -> 0;
    };
  }

  /** One word of a value, 0 to 0xFFFF. */
  public static int word(TagValue value, int index) {
    return switch (value) {
      case TagValue.Text(String text) -> throw wordless(text);
      case TagValue.Bool(boolean b) -> b ? 1 : 0;
      case TagValue.Int(short i) -> i & 0xFFFF;
      case TagValue.Real(float r) -> Float.floatToIntBits(r) >>> (index == 0 ? 16 : 0) & 0xFFFF;
    };
  }

  /** The value with one of its words replaced. */
  public static TagValue with(TagValue value, int index, int word) {
    return switch (value) {
      case TagValue.Text(String text) -> throw wordless(text);
      case TagValue.Bool ignored -> new TagValue.Bool(word != 0);
      case TagValue.Int ignored -> new TagValue.Int((short) word);
      case TagValue.Real(float r) -> {
        int shift = index == 0 ? 16 : 0;
        int bits = Float.floatToIntBits(r) & ~(0xFFFF << shift) | (word & 0xFFFF) << shift;
        yield new TagValue.Real(Float.intBitsToFloat(bits));
      }
    };
  }
}
