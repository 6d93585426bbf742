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

  /**
   * What a conversion means; empty if the name is none of one.
   *
   * @param wanted what TRUNC gives, if that is a whole number
   */
  static Optional<Value> call(
      String name, List<StandardFunctions.Given> given, Optional<Type> wanted, Spot spot)
      throws Slip {
    if (name.equals("TRUNC")) {
      Type type = wanted.map(Type::base).filter(Type::integer).orElse(Elementary.DINT);
      return Optional.of(truncated(type, given, spot));
    }
    if (name.startsWith("TRUNC_")) {
      Optional<Elementary> type = Elementary.named(name.substring(6)).filter(Type::integer);
      return type.isPresent() ? Optional.of(truncated(type.get(), given, spot)) : Optional.empty();
    }
    return named(name, given, spot);
  }

  /** What a conversion is from; empty if its name does not say so or is none of one. */
  static Optional<Type> source(String name) {
    int at = Math.max(name.indexOf(TO), name.indexOf(TRUNC));
    return at < 0 ? Optional.empty() : type(name.substring(0, at));
  }

  private static Value truncated(Type type, List<StandardFunctions.Given> given, Spot spot)
      throws Slip {
    Value value = StandardFunctions.named(given, spot, "IN").getFirst();
    return new Value.Conversion(type, Fitting.usual(value), true);
  }

  private static Optional<Value> named(String name, List<StandardFunctions.Given> given, Spot spot)
      throws Slip {
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

  /** As many bits as the number has whose digits they are. */
  private static Elementary digits(String source) {
    return switch (Elementary.named(source).map(Elementary::width).orElse(Long.SIZE)) {
      case 8 -> Elementary.BYTE;
      case 16 -> Elementary.WORD;
      case 32 -> Elementary.DWORD;
      default -> Elementary.LWORD;
    };
  }

  /** Table 26: digits of four bits. */
  private static Optional<Value> decimal(
      String name, List<StandardFunctions.Given> given, Spot spot) throws Slip {
    Value value = Fitting.usual(StandardFunctions.named(given, spot, "IN").getFirst());
    boolean toDigits = name.contains("TO_BCD");
    String[] words = name.split("_", -1);
    Optional<Elementary> type = Elementary.named(words[words.length - 1]);
    Elementary result = type.orElse(toDigits ? digits(words[0]) : Elementary.ULINT);
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
