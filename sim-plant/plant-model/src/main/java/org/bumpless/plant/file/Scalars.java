package org.bumpless.plant.file;

import java.util.Set;
import java.util.regex.Pattern;
import org.bumpless.plant.file.YamlNode.Kind;

/** Tells what a plain scalar is, by the core schema of YAML 1.2.2, 10.3.2, decimal forms only. */
final class Scalars {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUTH =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,5})?");
  private static final int NUMBER_LENGTH_MAX = 64;

  private Scalars() {}

  static Kind kindOfPlain(String text) {
    if (NOTHING.contains(text)) {
      return Kind.NOTHING;
    }
    if (TRUTH.contains(text)) {
      return Kind.TRUTH;
    }
    if (text.length() > NUMBER_LENGTH_MAX) {
      return Kind.TEXT;
    }
    if (WHOLE.matcher(text).matches()) {
      return Kind.WHOLE;
    }
    return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))
        ? Kind.NUMBER
        : Kind.TEXT;
  }
}
