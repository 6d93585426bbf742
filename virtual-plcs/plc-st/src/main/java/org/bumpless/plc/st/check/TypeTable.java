package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plc.st.tree.Declaration;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Initial;
import org.bumpless.plc.st.tree.Source.TypeDefinition;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.tree.TypeSpec;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.SubrangeType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Value.Constant;

/** The types that a text declares, and what they are made of. */
final class TypeTable {
  /** More elements than any controller has room for: a text must not take a host's memory. */
  private static final long ELEMENTS_MAX = 1_000_000;

  private static final int TEXT_MAX = 65_535;

  private final Map<String, TypeDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, Type> types = new HashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Set<String> blocks;
  private final Map<String, List<Member>> members = new HashMap<>();
  private final Map<String, List<Declaration>> fields = new LinkedHashMap<>();

  /** Types without a name, by the very place where they are written: each is one type. */
  private final IdentityHashMap<TypeSpec, Type> unnamed = new IdentityHashMap<>();

  private Evaluator evaluator;
  private int structs;

  /** Works constants out. */
  @FunctionalInterface
  interface Evaluator {
    Constant constant(Expression expression) throws Slip;
  }

  /** A value of an enumeration. */
  record Member(EnumType type, long value) {}

  /**
   * @param blocks names of the function blocks, in capitals
   */
  TypeTable(List<TypeDefinition> definitions, Set<String> blocks, Evaluator evaluator) {
    definitions.forEach(its -> this.definitions.putIfAbsent(upper(its.name()), its));
    this.blocks = Set.copyOf(blocks);
    this.evaluator = evaluator;
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** Resolves all that is declared, so that each slip in it is told. */
  void resolveAll(Problems problems) {
    definitions.values().forEach(its -> problems.tried(() -> named(its.spot(), its.name())));
  }

  /** The structures with their fields as they are declared, the innermost first. */
  Map<String, List<Declaration>> structs() {
    return fields;
  }

  /** The enumeration of a name; empty if there is none. */
  Optional<EnumType> enumeration(Spot spot, String name) throws Slip {
    return definitions.containsKey(upper(name)) && named(spot, name) instanceof EnumType its
        ? Optional.of(its)
        : Optional.empty();
  }

  /** Values of enumerations of that name. */
  List<Member> members(String name) {
    return members.getOrDefault(upper(name), List.of());
  }

  /** What a variable of a declared type is at first, if its declaration says so. */
  Optional<Initial> initial(TypeSpec spec) {
    return spec instanceof TypeSpec.Named named
        ? Optional.ofNullable(definitions.get(upper(named.name())))
            .flatMap(its -> its.initial().or(() -> initial(its.type())))
        : Optional.empty();
  }

  /** A type inside a unit, whose constants its bounds may be. */
  Type type(TypeSpec spec, Evaluator inside) throws Slip {
    Evaluator outside = evaluator;
    evaluator = inside;
    try {
      return type(spec);
    } finally {
      evaluator = outside;
    }
  }

  Type type(TypeSpec spec) throws Slip {
    return switch (spec) {
      case TypeSpec.Named named -> named(named.spot(), named.name());
      case TypeSpec.Text text -> text(text);
      case TypeSpec.Array array -> array(array);
      case TypeSpec.Struct struct -> {
        Type known = unnamed.get(struct);
        yield known == null ? unnamed(struct) : known;
      }
      case TypeSpec.Enumeration enumeration -> {
        Type known = unnamed.get(enumeration);
        yield known == null ? unnamed(enumeration) : known;
      }
      case TypeSpec.Subrange subrange -> subrange(Optional.empty(), subrange);
    };
  }

  private Type unnamed(TypeSpec.Struct spec) throws Slip {
    Type type = struct("STRUCT_" + ++structs, spec);
    unnamed.put(spec, type);
    return type;
  }

  private Type unnamed(TypeSpec.Enumeration spec) throws Slip {
    Type type = enumeration("(" + spec.values().getFirst().name() + ", ...)", spec);
    unnamed.put(spec, type);
    return type;
  }

  Type named(Spot spot, String name) throws Slip {
    String upper = upper(name);
    Optional<Elementary> elementary = Elementary.named(name);
    if (elementary.isPresent()) {
      return elementary.get();
    }
    Type known = types.get(upper);
    if (known != null) {
      return known;
    }
    if (blocks.contains(upper)) {
      return new BlockType(upper);
    }
    TypeDefinition definition = definitions.get(upper);
    if (definition == null) {
      throw new Slip(spot, "there is no type " + name, "declare it: TYPE " + name + " : ... ;");
    }
    if (!underWay.add(upper)) {
      throw new Slip(spot, "type " + name + " is made of itself", "take it out of itself");
    }
    try {
      Type type = defined(definition);
      types.put(upper, type);
      return type;
    } finally {
      underWay.remove(upper);
    }
  }

  private Type defined(TypeDefinition definition) throws Slip {
    return switch (definition.type()) {
      case TypeSpec.Struct struct -> struct(upper(definition.name()), struct);
      case TypeSpec.Enumeration enumeration -> enumeration(definition.name(), enumeration);
      case TypeSpec.Subrange subrange -> subrange(Optional.of(definition.name()), subrange);
      case TypeSpec.Named _, TypeSpec.Text _, TypeSpec.Array _ -> type(definition.type());
    };
  }

  private TextType text(TypeSpec.Text spec) throws Slip {
    int length =
        spec.length().isEmpty()
            ? TextType.USUAL
            : whole(spec.length().get(), 1, TEXT_MAX, "the length of a string");
    return new TextType(spec.wide(), length);
  }

  private ArrayType array(TypeSpec.Array spec) throws Slip {
    List<ArrayType.Dimension> dimensions = new ArrayList<>();
    for (TypeSpec.Bounds bounds : spec.dimensions()) {
      int low = whole(bounds.low(), Integer.MIN_VALUE, Integer.MAX_VALUE, "a bound");
      int high = whole(bounds.high(), low, Integer.MAX_VALUE, "the upper bound");
      dimensions.add(new ArrayType.Dimension(low, high));
    }
    ArrayType array = new ArrayType(dimensions, type(spec.element()));
    if (elements(array) > ELEMENTS_MAX) {
      throw new Slip(
          spec.spot(),
          "the array has %,d elements".formatted(elements(array)),
          "expected %,d at most".formatted(ELEMENTS_MAX));
    }
    return array;
  }

  private static long elements(Type type) {
    return switch (type) {
      case ArrayType array -> Math.min(Integer.MAX_VALUE, array.size()) * elements(array.element());
      case StructType struct ->
          struct.fields().stream().mapToLong(field -> elements(field.type())).sum();
      default -> 1;
    };
  }

  private int whole(Expression expression, long low, long high, String what) throws Slip {
    Constant constant = evaluator.constant(expression);
    if (!constant.type().integer() && !constant.type().bits()) {
      throw new Slip(expression.spot(), what + " is a whole number", "expected one");
    }
    if (constant.whole() < low || constant.whole() > high) {
      throw new Slip(
          expression.spot(),
          what + " is " + constant.whole(),
          "expected %d to %d".formatted(low, high));
    }
    return Math.toIntExact(constant.whole());
  }

  private StructType struct(String name, TypeSpec.Struct spec) throws Slip {
    List<StructType.Field> own = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Declaration field : spec.fields()) {
      if (!names.add(upper(field.name()))) {
        throw new Slip(field.spot(), "a second field " + field.name(), "each name once");
      }
      own.add(new StructType.Field(upper(field.name()), type(field.type())));
    }
    fields.put(name, spec.fields());
    return new StructType(name, own);
  }

  private EnumType enumeration(String name, TypeSpec.Enumeration spec) throws Slip {
    Map<String, Long> values = new LinkedHashMap<>();
    long next = 0;
    for (TypeSpec.EnumValue value : spec.values()) {
      if (value.value().isPresent()) {
        next = evaluator.constant(value.value().get()).whole();
      }
      if (values.putIfAbsent(upper(value.name()), next++) != null) {
        throw new Slip(value.spot(), "a second value " + value.name(), "each name once");
      }
    }
    EnumType type = new EnumType(name, values, values.values().iterator().next());
    values.forEach(
        (member, number) ->
            members.computeIfAbsent(member, m -> new ArrayList<>()).add(new Member(type, number)));
    return type;
  }

  private SubrangeType subrange(Optional<String> name, TypeSpec.Subrange spec) throws Slip {
    Type base = named(spec.spot(), spec.base());
    if (!(base.base() instanceof Elementary of) || !base.integer()) {
      throw new Slip(spec.spot(), "only whole numbers have a range", "expected for example INT");
    }
    long low = evaluator.constant(spec.bounds().low()).whole();
    long high = evaluator.constant(spec.bounds().high()).whole();
    if (low > high) {
      throw new Slip(spec.spot(), "the range is empty", "expected the lower number first");
    }
    return new SubrangeType(
        name.orElse("%s (%d..%d)".formatted(of.name(), low, high)), of, low, high);
  }
}
