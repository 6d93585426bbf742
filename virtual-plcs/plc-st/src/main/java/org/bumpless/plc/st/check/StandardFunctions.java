package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Value;

/** The functions of the standard (6.6.2), by what they are made of. */
final class StandardFunctions {
  private static final Map<String, Operator> CHAINS =
      Map.of(
          "ADD", Operator.ADD,
          "MUL", Operator.MULTIPLY,
          "AND", Operator.AND,
          "OR", Operator.OR,
          "XOR", Operator.XOR);
  private static final Map<String, Operator> PAIRS =
      Map.ofEntries(
          Map.entry("SUB", Operator.SUBTRACT),
          Map.entry("DIV", Operator.DIVIDE),
          Map.entry("MOD", Operator.MODULO),
          Map.entry("EXPT", Operator.POWER),
          Map.entry("ADD_TIME", Operator.ADD),
          Map.entry("ADD_TOD_TIME", Operator.ADD),
          Map.entry("ADD_DT_TIME", Operator.ADD),
          Map.entry("SUB_TIME", Operator.SUBTRACT),
          Map.entry("SUB_DATE_DATE", Operator.SUBTRACT),
          Map.entry("SUB_TOD_TIME", Operator.SUBTRACT),
          Map.entry("SUB_TOD_TOD", Operator.SUBTRACT),
          Map.entry("SUB_DT_TIME", Operator.SUBTRACT),
          Map.entry("SUB_DT_DT", Operator.SUBTRACT),
          Map.entry("MULTIME", Operator.MULTIPLY),
          Map.entry("MUL_TIME", Operator.MULTIPLY),
          Map.entry("DIVTIME", Operator.DIVIDE),
          Map.entry("DIV_TIME", Operator.DIVIDE));
  private static final Map<String, Operator> COMPARISONS =
      Map.of(
          "GT", Operator.GREATER,
          "GE", Operator.GREATER_EQUAL,
          "EQ", Operator.EQUAL,
          "LE", Operator.LESS_EQUAL,
          "LT", Operator.LESS,
          "NE", Operator.UNEQUAL);
  private static final List<String> REAL_FUNCTIONS =
      List.of("SQRT", "LN", "LOG", "EXP", "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN");

  private static final Set<String> SHIFTS = Set.of("SHL", "SHR", "ROL", "ROR");

  private static final Set<String> OF_ONE_TYPE =
      Set.of("SEL", "MUX", "MAX", "MIN", "LIMIT", "MOVE", "ABS");

  private StandardFunctions() {}

  /**
   * Something that is handed over.
   *
   * @param name in capitals; empty if it is only in its place
   */
  record Given(String name, Value value, Spot spot) {}

  /**
   * What the values are to become.
   *
   * @param wanted what the result is to become
   */
  static Optional<Type> inner(String name, Optional<Type> wanted) {
    if (OF_ONE_TYPE.contains(name) || CHAINS.containsKey(name) || PAIRS.containsKey(name)) {
      return wanted;
    }
    return REAL_FUNCTIONS.contains(name)
        ? wanted.filter(type -> type.is(Family.REAL))
        : ConversionNames.source(name);
  }

  /**
   * What a call means.
   *
   * @param wanted what its result is to become, for functions whose result may be of several types
   */
  static Value call(String name, List<Given> handed, Optional<Type> wanted, Spot spot) throws Slip {
    List<Given> given = asWanted(name, handed, wanted);
    if (CHAINS.containsKey(name)) {
      return chain(CHAINS.get(name), many(given, "IN", 1, 2, spot), spot);
    }
    if (PAIRS.containsKey(name)) {
      List<Value> two = named(given, spot, "IN1", "IN2");
      if (PAIRS.get(name) == Operator.POWER) {
        return Operations.power(two.get(0), two.get(1), wanted, spot);
      }
      return Operations.binary(PAIRS.get(name), two.get(0), two.get(1), spot);
    }
    if (COMPARISONS.containsKey(name)) {
      return compared(COMPARISONS.get(name), many(given, "IN", 1, 2, spot), spot);
    }
    if (REAL_FUNCTIONS.contains(name)) {
      return real(name, named(given, spot, "IN").getFirst(), spot);
    }
    Optional<Value> chosen = selection(name, given, spot);
    return chosen.isPresent() ? chosen.get() : others(name, given, wanted, spot);
  }

  /**
   * Constants without a type take on that of the result, if there is nothing else to say what they
   * are.
   */
  private static List<Given> asWanted(String name, List<Given> given, Optional<Type> wanted)
      throws Slip {
    if (SHIFTS.contains(name) && !given.isEmpty() && wanted.filter(Type::bits).isPresent()) {
      return shiftedAsWanted(given, wanted.get());
    }
    int chooser = name.equals("SEL") || name.equals("MUX") ? 1 : 0;
    List<Given> values = given.subList(Math.min(chooser, given.size()), given.size());
    boolean constants = values.stream().allMatch(its -> loose(its.value()));
    if (wanted.isEmpty()
        || !OF_ONE_TYPE.contains(name)
        || values.isEmpty()
        || !(constants ? plain(wanted.get()) : besideWholes(values, wanted.get()))) {
      return given;
    }
    List<Given> typed = new ArrayList<>(given.subList(0, chooser));
    for (Given its : values) {
      typed.add(
          loose(its.value())
              ? new Given(
                  its.name(),
                  Fitting.into(wanted.get().base(), its.value(), its.spot()),
                  its.spot())
              : its);
    }
    return typed;
  }

  private static boolean plain(Type type) {
    return type.number() || type.bits();
  }

  /** Whether nothing but the constants could say how long a number with a point is to be. */
  private static boolean besideWholes(List<Given> values, Type wanted) {
    return wanted.is(Family.REAL)
        && values.stream()
            .map(Given::value)
            .allMatch(value -> loose(value) || value.type().integer());
  }

  private static List<Given> shiftedAsWanted(List<Given> given, Type wanted) throws Slip {
    List<Given> typed = new ArrayList<>();
    for (Given its : given) {
      boolean bits = !its.name().equals("N") && typed.isEmpty() && loose(its.value());
      typed.add(
          bits
              ? new Given(
                  its.name(), Fitting.into(wanted.base(), its.value(), its.spot()), its.spot())
              : its);
    }
    return typed;
  }

  private static Optional<Value> selection(String name, List<Given> given, Spot spot) throws Slip {
    return switch (name) {
      case "SEL" -> Optional.of(select(named(given, spot, "G", "IN0", "IN1"), spot));
      case "MUX" -> Optional.of(multiplex(given, spot));
      case "MAX" -> Optional.of(extreme("max", many(given, "IN", 1, 1, spot), spot));
      case "MIN" -> Optional.of(extreme("min", many(given, "IN", 1, 1, spot), spot));
      case "LIMIT" -> {
        List<Value> three = named(given, spot, "MN", "IN", "MX");
        Value raised = extreme("max", List.of(three.get(1), three.get(0)), spot);
        yield Optional.of(extreme("min", List.of(raised, three.get(2)), spot));
      }
      case "MOVE" -> Optional.of(named(given, spot, "IN").getFirst());
      case "NOT" -> Optional.of(Operations.complement(named(given, spot, "IN").getFirst(), spot));
      case "ABS" -> Optional.of(absolute(named(given, spot, "IN").getFirst(), spot));
      case "SHL", "SHR", "ROL", "ROR" -> Optional.of(shifted(name, given, spot));
      default -> Optional.empty();
    };
  }

  private static Value others(String name, List<Given> given, Optional<Type> wanted, Spot spot)
      throws Slip {
    if (name.equals("ATAN2")) {
      return angle(named(given, spot, "Y", "X"), spot);
    }
    if (name.equals("CURRENT_TIME") || name.equals("TIME")) {
      return new Value.Now();
    }
    Optional<Value> date = DateFunctions.call(name, given, spot);
    if (date.isPresent()) {
      return date.get();
    }
    Optional<Value> text = TextFunctions.call(name, given, spot);
    if (text.isPresent()) {
      return text.get();
    }
    Optional<Value> converted = ConversionNames.call(name, given, wanted, spot);
    if (converted.isPresent()) {
      return converted.get();
    }
    throw new Slip(
        spot,
        "there is no function " + name.toLowerCase(Locale.ROOT),
        "declare it: FUNCTION " + name);
  }

  static Value library(Type type, String method, List<Value> arguments, Spot spot) {
    return new Value.Library(type, method, arguments, spot.line());
  }

  private static Value chain(Operator operator, List<Value> values, Spot spot) throws Slip {
    Value result = values.getFirst();
    for (Value value : values.subList(1, values.size())) {
      result = Operations.binary(operator, result, value, spot);
    }
    return result;
  }

  /** Each with the next, all of them. */
  private static Value compared(Operator operator, List<Value> values, Spot spot) throws Slip {
    Value result = Operations.binary(operator, values.get(0), values.get(1), spot);
    for (int i = 2; i < values.size(); i++) {
      Value next = Operations.binary(operator, values.get(i - 1), values.get(i), spot);
      result = Operations.binary(Operator.AND, result, next, spot);
    }
    return result;
  }

  private static Value angle(List<Value> two, Spot spot) throws Slip {
    if (two.get(0) instanceof Value.Constant y
        && two.get(1) instanceof Value.Constant x
        && y.loose()
        && x.loose()) {
      return new Value.Constant(Elementary.LREAL, Math.atan2(y.real(), x.real()), true);
    }
    boolean wide = two.stream().anyMatch(its -> its.type() == Elementary.LREAL && !loose(its));
    Type type = wide ? Elementary.LREAL : Elementary.REAL;
    return library(type, "atan2", reals(type, two, spot), spot);
  }

  private static Value real(String name, Value value, Spot spot) throws Slip {
    if (!value.type().number()) {
      throw new Slip(spot, name + " is for REAL and LREAL", "this is " + value.type().name());
    }
    if (value instanceof Value.Constant constant && constant.loose()) {
      return new Value.Constant(Elementary.LREAL, Folding.function(name, constant.real()), true);
    }
    boolean single = value.type().base() == Elementary.REAL;
    Type type = single ? Elementary.REAL : Elementary.LREAL;
    return library(
        type, name.toLowerCase(Locale.ROOT), List.of(Operations.numeric(type, value, spot)), spot);
  }

  private static List<Value> reals(Type type, List<Value> values, Spot spot) throws Slip {
    List<Value> reals = new ArrayList<>();
    for (Value value : values) {
      reals.add(Operations.numeric(type, value, spot));
    }
    return reals;
  }

  private static Value absolute(Value value, Spot spot) throws Slip {
    Value firm = Fitting.usual(value);
    if (!firm.type().number()) {
      throw new Slip(spot, "ABS is for numbers", "this is " + firm.type().name());
    }
    return firm.type().is(Family.UNSIGNED)
        ? firm
        : library(firm.type().base(), "abs", List.of(firm), spot);
  }

  private static Value shifted(String name, List<Given> given, Spot spot) throws Slip {
    List<Value> two = named(given, spot, "IN", "N");
    Value value = Fitting.usual(two.get(0));
    if (!(value.type().base() instanceof Elementary type) || !(type.bits() || type.integer())) {
      throw new Slip(spot, name + " is for bit strings", "this is " + value.type().name());
    }
    Value count = Fitting.usual(two.get(1));
    if (!count.type().integer() && !count.type().bits()) {
      throw new Slip(spot, "N is a whole number", "this is " + count.type().name());
    }
    Value bits = new Value.Conversion(Elementary.LWORD, value, false);
    Value shifted =
        library(
            Elementary.LWORD,
            name.toLowerCase(Locale.ROOT),
            List.of(
                bits,
                new Value.Conversion(Elementary.LINT, count, false),
                new Value.Constant(Elementary.DINT, (long) type.width(), false)),
            spot);
    return new Value.Conversion(type, shifted, false);
  }

  private static Value select(List<Value> three, Spot spot) throws Slip {
    Value condition = Fitting.into(Elementary.BOOL, three.get(0), spot);
    Type type = common(three.subList(1, 3), spot);
    return new Value.Choice(
        type,
        condition,
        Fitting.into(type, three.get(2), spot),
        Fitting.into(type, three.get(1), spot));
  }

  private static Value multiplex(List<Given> given, Spot spot) throws Slip {
    if (given.size() < 2) {
      throw new Slip(spot, "MUX chooses between values", "expected K and one value at least");
    }
    int at = 0;
    while (at < given.size() && !given.get(at).name().equals("K")) {
      at++;
    }
    Given first = given.get(at < given.size() ? at : 0);
    List<Given> rest = new ArrayList<>(given);
    rest.remove(at < given.size() ? at : 0);
    List<Value> values = many(rest, "IN", 0, 1, spot);
    Type type = common(values, spot);
    Value chosen = Fitting.into(type, values.getLast(), spot);
    for (int i = values.size() - 2; i >= 0; i--) {
      Value same =
          Operations.binary(
              Operator.EQUAL,
              first.value(),
              new Value.Constant(Elementary.DINT, (long) i, true),
              spot);
      chosen = new Value.Choice(type, same, Fitting.into(type, values.get(i), spot), chosen);
    }
    return chosen;
  }

  /** The type that all values can be; constants without one follow the others. */
  private static Type common(List<Value> values, Spot spot) throws Slip {
    Value sofar = values.getFirst();
    for (Value value : values) {
      Type type =
          Fitting.common(sofar, value)
              .orElseThrow(
                  () -> new Slip(spot, "the values are of different types", "convert them"));
      boolean kept = type.equals(sofar.type().base()) && !loose(sofar);
      sofar =
          kept || loose(value) && loose(sofar) ? sofar : new Value.Conversion(type, value, false);
    }
    return sofar.type();
  }

  private static boolean loose(Value value) {
    return value instanceof Value.Constant constant && constant.loose();
  }

  private static Value extreme(String method, List<Value> values, Spot spot) throws Slip {
    Value result = values.getFirst();
    for (Value value : values.subList(1, values.size())) {
      Value other = value;
      Value sofar = result;
      Type type =
          Fitting.common(sofar, other)
              .orElseThrow(
                  () -> new Slip(spot, "the values are of different types", "convert them"));
      String unsigned = type == Elementary.ULINT || type == Elementary.LWORD ? "Unsigned" : "";
      result =
          library(
              type,
              method + unsigned,
              List.of(Fitting.into(type, sofar, spot), Fitting.into(type, other, spot)),
              spot);
    }
    return result;
  }

  /** Values for some inputs, by name or by place. */
  static List<Value> named(List<Given> given, Spot spot, String... names) throws Slip {
    if (given.size() != names.length) {
      throw new Slip(
          spot,
          given.size() + " values",
          "expected " + names.length + ": " + String.join(", ", names));
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      Given placed = given.get(i);
      values.add(
          given.stream()
              .filter(its -> its.name().equals(name))
              .findFirst()
              .or(() -> Optional.of(placed).filter(its -> its.name().isEmpty()))
              .orElseThrow(
                  () ->
                      new Slip(placed.spot(), "no value for " + name, "write " + name + " := ..."))
              .value());
    }
    return values;
  }

  /** Values for as many inputs as there are, numbered by their names. */
  private static List<Value> many(List<Given> given, String name, int first, int least, Spot spot)
      throws Slip {
    if (given.size() < least) {
      throw new Slip(spot, given.size() + " values", "expected " + least + " at least");
    }
    List<Given> ordered = new ArrayList<>(given);
    for (Given its : given) {
      if (its.name().isEmpty()) {
        continue;
      }
      int place =
          its.name().matches(name + "\\d{1,3}")
              ? Integer.parseInt(its.name().substring(name.length())) - first
              : -1;
      if (place < 0 || place >= given.size()) {
        throw new Slip(its.spot(), "there is no input " + its.name(), name + first + " and so on");
      }
      ordered.set(place, its);
    }
    return ordered.stream().map(Given::value).toList();
  }
}
