package org.bumpless.plc.st.check;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Value;
import org.bumpless.plc.st.typed.Value.Constant;

/** Functions whose names say what becomes what (tables 22 to 27). */
final class ConversionNames {
  private static final String TO = "_TO_";
  private static final String TRUNC = "_TRUNC_";

  private ConversionNames() {}

  static Optional<Value> call(String name, List<StandardFunctions.Given> given, Spot spot)
      throws Slip {
    if (name.equals("TRUNC")) {
      Value value = StandardFunctions.named(given, spot, "IN").getFirst();
      return Optional.of(new Value.Conversion(Elementary.DINT, Fitting.usual(value), true));
    }
    boolean truncates = name.contains(TRUNC);
    String mark = truncates ? TRUNC : TO;
    int at = name.startsWith("TO_") ? 0 : name.indexOf(mark);
    if (at < 0) {
      return Optional.empty();
    }
    String from = name.startsWith("TO_") ? "" : name.substring(0, at);
    String to = name.startsWith("TO_") ? name.substring(3) : name.substring(at + mark.length());
    if (from.endsWith("BCD") || to.startsWith("BCD")) {
      return decimal(name, given, spot);
    }
    Optional<Type> wanted = type(to);
    if (wanted.isEmpty() || !from.isEmpty() && type(from).isEmpty()) {
      return Optional.empty();
    }
    Value value = StandardFunctions.named(given, spot, "IN").getFirst();
    Value firm =
        from.isEmpty() ? Fitting.usual(value) : source(type(from).orElseThrow(), value, spot);
    if (firm.type().base().equals(wanted.get())) {
      return Optional.of(firm);
    }
    return Optional.of(new Value.Conversion(wanted.get(), firm, truncates));
  }

  private static Value source(Type type, Value value, Spot spot) throws Slip {
    boolean looseReal =
        value instanceof Constant constant && constant.loose() && constant.type().is(Family.REAL);
    if (looseReal && !type.is(Family.REAL)) {
      throw new Slip(spot, "this is a number with a point", "expected " + type.name());
    }
    return Fitting.into(type, value, spot);
  }

  private static Optional<Type> type(String name) {
    if (name.equals("STRING") || name.equals("WSTRING")) {
      return Optional.of(new TextType(name.startsWith("W"), TextType.USUAL));
    }
    return Elementary.named(name).map(type -> type);
  }

  /** Table 26: digits of four bits. */
  private static Optional<Value> decimal(
      String name, List<StandardFunctions.Given> given, Spot spot) throws Slip {
    Value value = Fitting.usual(StandardFunctions.named(given, spot, "IN").getFirst());
    boolean toDigits = name.contains("TO_BCD");
    String[] words = name.split("_", -1);
    Optional<Elementary> type = Elementary.named(words[words.length - 1]);
    Elementary result = type.orElse(toDigits ? Elementary.LWORD : Elementary.ULINT);
    Value wide = new Value.Conversion(toDigits ? Elementary.ULINT : Elementary.LWORD, value, false);
    return Optional.of(
        new Value.Conversion(
            result,
            StandardFunctions.library(
                toDigits ? Elementary.LWORD : Elementary.ULINT,
                toDigits ? "toDigits" : "fromDigits",
                List.of(wide),
                spot),
            false));
  }
}
