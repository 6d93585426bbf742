package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Value;

/** Functions of strings (table 34). */
final class TextFunctions {
  private static final Map<String, List<String>> INPUTS =
      Map.of(
          "LEN", List.of("IN"),
          "LEFT", List.of("IN", "L"),
          "RIGHT", List.of("IN", "L"),
          "MID", List.of("IN", "L", "P"),
          "INSERT", List.of("IN1", "IN2", "P"),
          "DELETE", List.of("IN", "L", "P"),
          "REPLACE", List.of("IN1", "IN2", "L", "P"),
          "FIND", List.of("IN1", "IN2"));

  private TextFunctions() {}

  static Optional<Value> call(String name, List<StandardFunctions.Given> given, Spot spot)
      throws Slip {
    if (name.equals("CONCAT")) {
      return Optional.of(concatenated(given, spot));
    }
    List<String> inputs = INPUTS.get(name);
    if (inputs == null) {
      return Optional.empty();
    }
    List<Value> values = StandardFunctions.named(given, spot, inputs.toArray(new String[0]));
    List<Value> ready = new ArrayList<>();
    TextType longest = new TextType(false, TextType.USUAL);
    for (int i = 0; i < values.size(); i++) {
      if (inputs.get(i).startsWith("IN")) {
        ready.add(text(values.get(i), spot));
        longest = text(values.get(i), spot).type() instanceof TextType text ? text : longest;
      } else {
        ready.add(number(values.get(i), spot));
      }
    }
    Type result =
        name.equals("LEN") || name.equals("FIND")
            ? Elementary.INT
            : new TextType(longest.wide(), TextType.USUAL);
    return Optional.of(
        StandardFunctions.library(result, name.toLowerCase(Locale.ROOT), ready, spot));
  }

  private static Value concatenated(List<StandardFunctions.Given> given, Spot spot) throws Slip {
    if (given.isEmpty()) {
      throw new Slip(spot, "CONCAT of nothing", "expected one string at least");
    }
    Value result = text(given.getFirst().value(), spot);
    for (StandardFunctions.Given more : given.subList(1, given.size())) {
      result =
          StandardFunctions.library(
              new TextType(wide(result), TextType.USUAL),
              "concat",
              List.of(result, text(more.value(), spot)),
              spot);
    }
    return result;
  }

  private static boolean wide(Value value) {
    return value.type() instanceof TextType text && text.wide();
  }

  private static Value text(Value value, Spot spot) throws Slip {
    if (!(value.type() instanceof TextType)) {
      throw new Slip(spot, value.type().name() + " is no string", "expected a STRING");
    }
    return Fitting.usual(value);
  }

  private static Value number(Value value, Spot spot) throws Slip {
    if (!value.type().integer()) {
      throw new Slip(spot, value.type().name() + " is no whole number", "expected for example INT");
    }
    return new Value.Conversion(Elementary.LINT, Fitting.usual(value), false);
  }
}
