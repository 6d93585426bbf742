package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.tree.Declaration;
import org.bumpless.plc.st.tree.Declaration.Section;
import org.bumpless.plc.st.tree.Initial;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.plc.st.typed.Start;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value.Constant;

/** Makes variables of their declarations. */
final class Declarations {
  private static final int ELEMENTS_MAX = 1_000_000;

  private final TypeTable types;
  private final ExpressionCheck expressions;

  Declarations(TypeTable types, ExpressionCheck expressions) {
    this.types = types;
    this.expressions = expressions;
  }

  /** A variable of a section. */
  Slot slot(Section section, Declaration declaration) throws Slip {
    Type type = types.type(declaration.type(), expressions::constant);
    Optional<Address> address = Optional.empty();
    if (declaration.address().isPresent()) {
      address = Optional.of(address(declaration, type));
    }
    Start start =
        declaration.initial().or(() -> types.initial(declaration.type())).isPresent()
            ? start(
                type,
                declaration.initial().or(() -> types.initial(declaration.type())).orElseThrow())
            : new Start.Usual();
    String name =
        declaration.name().isEmpty()
            ? address.map(Address::toString).orElse("")
            : TypeTable.upper(declaration.name());
    return new Slot(
        name,
        type,
        role(section, declaration),
        section.retained(),
        section.constant(),
        address,
        start);
  }

  private static Address address(Declaration declaration, Type type) throws Slip {
    String written = declaration.address().orElseThrow();
    Address address =
        Address.of(written)
            .orElseThrow(
                () ->
                    new Slip(
                        declaration.spot(),
                        "there is no address " + written,
                        "expected for example %IX0.0, %QW3 or %MD4"));
    boolean fits =
        type.base() instanceof Elementary elementary && elementary.width() == address.width();
    if (!fits) {
      throw new Slip(
          declaration.spot(),
          "%s has %d bits and is no %s".formatted(written, address.width(), type.name()),
          "expected an elementary type of as many bits");
    }
    return address;
  }

  private static Role role(Section section, Declaration declaration) throws Slip {
    return switch (section.kind()) {
      case INPUT ->
          switch (declaration.edge()) {
            case NONE -> Role.INPUT;
            case RISING -> Role.RISING_INPUT;
            case FALLING -> Role.FALLING_INPUT;
          };
      case OUTPUT -> Role.OUTPUT;
      case IN_OUT -> Role.IN_OUT;
      case TEMP -> Role.TEMP;
      case GLOBAL -> Role.GLOBAL;
      case LOCAL, EXTERNAL -> Role.LOCAL;
      case ACCESS ->
          throw new Slip(
              declaration.spot(),
              "VAR_ACCESS is not carried out",
              "a tag of the controller that bears a variable's name shows it to the network");
      case CONFIG ->
          throw new Slip(
              declaration.spot(),
              "VAR_CONFIG is not carried out",
              "write address and initial value where the variable is declared");
    };
  }

  /** What a variable of a type is at first. */
  Start start(Type type, Initial initial) throws Slip {
    return switch (initial) {
      case Initial.Value(var spot, var expression) -> {
        if (expressions.value(expression, type) instanceof Constant constant) {
          yield new Start.Single(constant);
        }
        throw new Slip(spot, "this is known at the scan only", "expected a constant");
      }
      case Initial.Fields fields -> fields(type, fields);
      case Initial.Elements elements -> elements(type, elements);
    };
  }

  private Start fields(Type type, Initial.Fields initial) throws Slip {
    Map<String, Start> starts = new HashMap<>();
    for (Map.Entry<String, Initial> field : initial.fields().entrySet()) {
      String name = TypeTable.upper(field.getKey());
      Optional<Type> its =
          switch (type) {
            case StructType struct ->
                struct.fields().stream()
                    .filter(one -> one.name().equals(name))
                    .map(StructType.Field::type)
                    .findFirst();
            case BlockType block ->
                expressions
                    .units()
                    .head(block.name())
                    .map(head -> head.slots().get(name))
                    .map(Slot::type);
            default -> Optional.empty();
          };
      Type known =
          its.orElseThrow(
              () ->
                  new Slip(
                      initial.spot(),
                      type.name() + " has no " + field.getKey(),
                      "look at its declaration"));
      starts.put(name, start(known, field.getValue()));
    }
    return new Start.Fields(starts);
  }

  private Start elements(Type type, Initial.Elements initial) throws Slip {
    if (!(type instanceof ArrayType array)) {
      throw new Slip(initial.spot(), type.name() + " has no elements", "write a single value");
    }
    List<Start> starts = new ArrayList<>();
    for (Initial.Repeated repeated : initial.elements()) {
      long times =
          repeated.times().isPresent() ? expressions.constant(repeated.times().get()).whole() : 1;
      List<Start> values = new ArrayList<>();
      for (Initial value : repeated.values()) {
        values.add(start(array.element(), value));
      }
      if (values.isEmpty()) {
        values.add(new Start.Usual());
      }
      if (starts.size() + times * values.size() > Math.min(array.size(), ELEMENTS_MAX)) {
        throw new Slip(
            initial.spot(),
            "there are more values than elements",
            "expected %d at most".formatted(array.size()));
      }
      for (long i = 0; i < times; i++) {
        starts.addAll(values);
      }
    }
    return new Start.Elements(starts);
  }
}
