package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Expression.Literal;
import org.bumpless.plc.st.tree.Expression.Path;
import org.bumpless.plc.st.tree.Expression.Selector;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;
import org.bumpless.plc.st.typed.Value.Constant;

/** Finds out what an expression means, inside a unit. */
final class ExpressionCheck {
  private final Scope scope;
  private final TypeTable types;
  private final Units units;

  ExpressionCheck(Scope scope, TypeTable types, Units units) {
    this.scope = scope;
    this.types = types;
    this.units = units;
  }

  Scope scope() {
    return scope;
  }

  Units units() {
    return units;
  }

  /** A value of a type that is wanted. */
  Value value(Expression expression, Type wanted) throws Slip {
    if (wanted.base() instanceof EnumType enumeration && expression instanceof Path path) {
      Optional<Value> member = member(enumeration, path);
      if (member.isPresent()) {
        return member.get();
      }
    }
    return Fitting.into(wanted, value(expression, Optional.of(wanted)), expression.spot());
  }

  private Optional<Value> member(EnumType enumeration, Path path) {
    Long number = enumeration.values().get(TypeTable.upper(path.root()));
    boolean plain = path.selectors().isEmpty() && scope.slot(path.root()).isEmpty();
    return plain && number != null
        ? Optional.of(new Constant(enumeration, number, false))
        : Optional.empty();
  }

  /** A value of whatever type. */
  Value value(Expression expression) throws Slip {
    return value(expression, Optional.empty());
  }

  /**
   * A value of whatever type.
   *
   * @param wanted what it is to become, for what may be of several types
   */
  Value value(Expression expression, Optional<Type> wanted) throws Slip {
    return switch (expression) {
      case Literal literal -> literal(literal);
      case Path path -> read(path);
      case Expression.Invocation call -> new CallCheck(this).function(call, wanted);
      case Expression.Unary unary -> unary(unary, wanted);
      case Expression.Binary binary -> binary(binary, wanted);
    };
  }

  /** A value that is known before any scan. */
  Constant constant(Expression expression) throws Slip {
    if (value(expression) instanceof Constant constant) {
      return constant;
    }
    throw new Slip(
        expression.spot(), "this is known at the scan only", "expected a constant expression");
  }

  private Value literal(Literal literal) throws Slip {
    if (literal.kind() != Literal.Kind.NAME) {
      return Literals.of(literal);
    }
    Type type = types.named(literal.spot(), literal.type().orElse(""));
    Long number =
        type instanceof EnumType enumeration
            ? enumeration.values().get(TypeTable.upper(literal.text()))
            : null;
    if (number == null) {
      throw new Slip(
          literal.spot(),
          "%s has no value %s".formatted(type.name(), literal.text()),
          type instanceof EnumType enumeration
              ? "expected one of " + enumeration.values().keySet().stream().sorted().toList()
              : "only enumerations have values with names");
    }
    return new Constant(type, number, false);
  }

  private Value unary(Expression.Unary unary, Optional<Type> wanted) throws Slip {
    Value operand = value(unary.operand(), wanted);
    return switch (unary.operator()) {
      case "-" -> Operations.negative(operand, unary.spot());
      case "+" -> operand;
      default -> Operations.complement(asBits(operand, wanted, unary.spot()), unary.spot());
    };
  }

  /** How many bits there are to turn over, a constant does not know by itself. */
  private static Value asBits(Value operand, Optional<Type> wanted, Spot spot) throws Slip {
    boolean known = wanted.isPresent() && wanted.get().bits() && wanted.get() != Elementary.BOOL;
    boolean loose = operand instanceof Constant constant && constant.loose();
    return known && loose ? Fitting.into(wanted.get().base(), operand, spot) : operand;
  }

  private Value binary(Expression.Binary binary, Optional<Type> wanted) throws Slip {
    Operator operator = Operator.of(binary.operator());
    Optional<Type> inner = operator.compares() ? Optional.empty() : wanted;
    Value left = value(binary.left(), inner);
    Value right = value(binary.right(), inner.or(() -> firm(left).filter(Type::bits)));
    if (operator == Operator.POWER) {
      return Operations.power(left, right, inner, binary.spot());
    }
    if (inner.isEmpty() && binary.left() instanceof Expression.Unary unary) {
      return of(operator, unary(unary, firm(right)), right, binary);
    }
    return of(
        operator, beside(right, left, inner, binary), beside(left, right, inner, binary), binary);
  }

  /** A plain number with a point beside a whole one is as long as the result is to be. */
  private static Value beside(
      Value other, Value number, Optional<Type> wanted, Expression.Binary binary) throws Slip {
    boolean plain =
        number instanceof Constant constant && constant.loose() && constant.type().is(Family.REAL);
    boolean known = wanted.isPresent() && wanted.get().is(Family.REAL);
    return plain && known && firm(other).filter(Type::integer).isPresent()
        ? Fitting.into(wanted.get().base(), number, binary.spot())
        : number;
  }

  private static Optional<Type> firm(Value value) {
    boolean loose = value instanceof Constant constant && constant.loose();
    return loose ? Optional.empty() : Optional.of(value.type());
  }

  private Value of(Operator operator, Value first, Value second, Expression.Binary binary)
      throws Slip {
    Value left = first;
    Value right = second;
    if (left.type().base() instanceof EnumType) {
      right = value(binary.right(), left.type());
    } else if (right.type().base() instanceof EnumType) {
      left = value(binary.left(), right.type());
    }
    return Operations.binary(operator, left, right, binary.spot());
  }

  private Value read(Path path) throws Slip {
    if (path.selectors().isEmpty()) {
      Optional<Constant> constant = scope.constant(path.root());
      if (constant.isPresent()) {
        return constant.get();
      }
      if (!path.direct() && scope.slot(path.root()).isEmpty()) {
        return named(path);
      }
    } else if (scope.slot(path.root()).isEmpty()) {
      Optional<Constant> value = behindItsType(path);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return new Value.Read(place(path));
  }

  /** {@code Colour.Red}, as other compilers write {@code Colour#Red}. */
  private Optional<Constant> behindItsType(Path path) throws Slip {
    if (path.selectors().size() != 1
        || !(path.selectors().getFirst() instanceof Selector.Member member)) {
      return Optional.empty();
    }
    return types
        .enumeration(path.spot(), path.root())
        .flatMap(
            type ->
                Optional.ofNullable(type.values().get(TypeTable.upper(member.name())))
                    .map(number -> new Constant(type, number, false)));
  }

  /** A name that is no variable: a value of an enumeration. */
  private Value named(Path path) throws Slip {
    List<TypeTable.Member> members = types.members(path.root());
    if (members.size() == 1) {
      return new Constant(members.getFirst().type(), members.getFirst().value(), false);
    }
    if (members.isEmpty()) {
      throw unknown(path);
    }
    throw new Slip(
        path.spot(),
        "more than one enumeration has a value " + path.root(),
        "write the type before it: " + members.getFirst().type().name() + "#" + path.root());
  }

  private Slip unknown(Path path) {
    return new Slip(
        path.spot(),
        "there is no variable " + path.root(),
        units.head(path.root()).isPresent()
            ? path.root() + " is called with parentheses"
            : "declare it in a VAR section");
  }

  /** A variable, or a part of one. */
  Place place(Path path) throws Slip {
    if (path.direct()) {
      return direct(path);
    }
    Place place = scope.place(path.root()).orElseThrow(() -> unknown(path));
    for (Selector selector : path.selectors()) {
      place =
          switch (selector) {
            case Selector.Index index -> element(place, index);
            case Selector.Member member -> member(place, member);
            case Selector.Part part -> part(place, part);
          };
    }
    return place;
  }

  /**
   * A variable that may be set here. An input of one's own may: the standard does not want it
   * (table 13), but other compilers let it pass, and programs do it; it is a copy.
   */
  Place target(Path path) throws Slip {
    Optional<Slot> slot = scope.slot(path.root());
    if (slot.map(Slot::constant).orElse(false)) {
      throw new Slip(path.spot(), path.root() + " is constant", "set another variable");
    }
    return place(path);
  }

  private static Place direct(Path path) throws Slip {
    Address address =
        Address.of(path.root())
            .orElseThrow(
                () ->
                    new Slip(
                        path.spot(),
                        "there is no address " + path.root(),
                        "expected for example %IX0.0, %QW3 or %MD4"));
    return new Place.Direct(address, usual(address));
  }

  /** What lies at an address that no variable is declared for: bits. */
  static Elementary usual(Address address) {
    return switch (address.size()) {
      case 'X' -> Elementary.BOOL;
      case 'B' -> Elementary.BYTE;
      case 'W' -> Elementary.WORD;
      case 'D' -> Elementary.DWORD;
      default -> Elementary.LWORD;
    };
  }

  private Place element(Place array, Selector.Index index) throws Slip {
    if (!(array.type() instanceof ArrayType type)) {
      throw new Slip(
          index.spot(), array.type().name() + " has no elements", "an index is for an ARRAY");
    }
    if (index.indexes().size() != type.dimensions().size()) {
      throw new Slip(
          index.spot(),
          index.indexes().size() + " indexes",
          "expected " + type.dimensions().size() + " for " + type.name());
    }
    List<Value> indexes = new ArrayList<>();
    for (int i = 0; i < index.indexes().size(); i++) {
      indexes.add(index(index.indexes().get(i), type.dimensions().get(i)));
    }
    return new Place.Element(array, type, indexes, index.spot().line());
  }

  private Value index(Expression expression, ArrayType.Dimension dimension) throws Slip {
    Value value = value(expression);
    if (!value.type().integer() && !value.type().bits()) {
      throw new Slip(
          expression.spot(), "an index is a whole number", "this is " + value.type().name());
    }
    if (value instanceof Constant constant
        && (constant.whole() < dimension.low() || constant.whole() > dimension.high())) {
      throw new Slip(
          expression.spot(),
          "there is no element " + constant.whole(),
          "expected %d to %d".formatted(dimension.low(), dimension.high()));
    }
    return value instanceof Constant
        ? Fitting.into(Elementary.DINT, value, expression.spot())
        : new Value.Conversion(Elementary.LINT, value, false);
  }

  private Place member(Place owner, Selector.Member member) throws Slip {
    String name = TypeTable.upper(member.name());
    Optional<Type> type =
        switch (owner.type()) {
          case StructType struct ->
              struct.fields().stream()
                  .filter(field -> field.name().equals(name))
                  .map(StructType.Field::type)
                  .findFirst();
          case BlockType block ->
              units.head(block.name()).map(head -> head.slots().get(name)).map(Slot::type);
          default ->
              throw new Slip(
                  member.spot(),
                  owner.type().name() + " has no parts with names",
                  "a point is for a STRUCT or a function block");
        };
    return new Place.Member(
        owner,
        name,
        type.orElseThrow(
            () ->
                new Slip(
                    member.spot(),
                    owner.type().name() + " has no " + member.name(),
                    "look at its declaration")));
  }

  private static Place part(Place whole, Selector.Part part) throws Slip {
    Spot spot = part.spot();
    if (!(whole.type().base() instanceof Elementary type) || !(type.bits() || type.integer())) {
      throw new Slip(
          spot, whole.type().name() + " has no bits", "bits are of BYTE, WORD and so on");
    }
    Elementary of =
        switch (part.size()) {
          case 'X' -> Elementary.BOOL;
          case 'B' -> Elementary.BYTE;
          case 'W' -> Elementary.WORD;
          default -> Elementary.DWORD;
        };
    long shift = (long) part.number() * of.width();
    if (shift + of.width() > type.width()) {
      throw new Slip(
          spot,
          type.name() + " ends before that",
          "expected 0 to " + (type.width() / of.width() - 1));
    }
    return new Place.Part(whole, (int) shift, of);
  }
}
