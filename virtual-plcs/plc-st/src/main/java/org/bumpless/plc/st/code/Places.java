package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.plc.st.run.Copies;
import org.bumpless.plc.st.run.Library;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Address;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;

/** Reads and writes variables. The unit that runs is in local variable 0. */
final class Places {
  private static final ClassDesc MEMORY = Names.desc(ProcessMemory.class);
  private static final ClassDesc COPIES = Names.desc(Copies.class);
  private static final ClassDesc LIBRARY = Names.desc(Library.class);
  private static final ClassDesc CHAR = ConstantDescs.CD_char;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc LONG = ConstantDescs.CD_long;

  private final CodeBuilder code;
  private final ClassDesc unit;
  private final Map<String, Slot> own;
  private final Map<String, Slot> globals;
  private final Consumer<Value> values;
  private final Numbers numbers;

  /**
   * @param unit whose variables are not global
   * @param values puts a value on the stack
   */
  Places(
      CodeBuilder code,
      ClassDesc unit,
      Map<String, Slot> own,
      Map<String, Slot> globals,
      Consumer<Value> values) {
    this.code = code;
    this.unit = unit;
    this.own = own;
    this.globals = globals;
    this.values = values;
    this.numbers = new Numbers(code);
  }

  /** Puts what all share on the stack. */
  void shared() {
    code.aload(0).getfield(unit, Names.SHARED, Names.GLOBALS);
  }

  private Optional<Address> address(Place.Variable variable) {
    Slot slot = (variable.global() ? globals : own).get(variable.name());
    return slot == null ? Optional.empty() : slot.address();
  }

  /** Whether a variable is the unit's own and lies nowhere else. */
  boolean own(Place.Variable variable) {
    return !variable.global() && address(variable).isEmpty();
  }

  /** Puts what lies in a place on the stack. */
  void load(Place place) {
    switch (place) {
      case Place.Variable variable when address(variable).isPresent() ->
          loadDirect(address(variable).get(), variable.type());
      case Place.Variable variable -> {
        ClassDesc owner = owner(variable);
        code.getfield(owner, Names.field(variable.name()), Names.of(variable.type()));
      }
      case Place.Member member -> {
        load(member.owner());
        code.getfield(
            Names.of(member.owner().type()), Names.field(member.name()), Names.of(member.type()));
      }
      case Place.Element element -> {
        load(element.array());
        index(element);
        code.arrayLoad(Names.kind(element.type()));
      }
      case Place.Direct direct -> loadDirect(direct.address(), direct.type());
      case Place.Part part -> loadPart(part);
    }
  }

  private ClassDesc owner(Place.Variable variable) {
    if (variable.global()) {
      shared();
      return Names.GLOBALS;
    }
    code.aload(0);
    return unit;
  }

  /** Puts the index of an element, counted from 0 over all dimensions, on the stack. */
  private void index(Place.Element element) {
    List<ArrayType.Dimension> dimensions = element.arrayType().dimensions();
    for (int i = 0; i < dimensions.size(); i++) {
      ArrayType.Dimension dimension = dimensions.get(i);
      if (i > 0) {
        code.loadConstant(dimension.size()).imul();
      }
      Value index = element.indexes().get(i);
      if (index instanceof Value.Constant constant) {
        code.loadConstant((int) (constant.whole() - dimension.low()));
      } else {
        values.accept(index);
        code.loadConstant(dimension.low()).loadConstant(dimension.high());
        code.invokestatic(LIBRARY, "index", MethodTypeDesc.of(INT, LONG, INT, INT));
      }
      if (i > 0) {
        code.iadd();
      }
    }
  }

  private void loadDirect(Address address, Type type) {
    memory();
    place(address);
    code.invokeinterface(MEMORY, "read", MethodTypeDesc.of(LONG, CHAR, CHAR, INT, INT));
    fromBits(type);
  }

  private void memory() {
    shared();
    code.invokevirtual(Names.BASE, "memory", MethodTypeDesc.of(MEMORY));
  }

  private void place(Address address) {
    code.loadConstant((int) address.area()).loadConstant((int) address.size());
    code.loadConstant(address.index()).loadConstant(address.bit());
  }

  private void fromBits(Type type) {
    switch (type.carrier()) {
      case INT, LONG -> numbers.fromLong(type);
      case FLOAT ->
          code.l2i()
              .invokestatic(
                  Names.desc(Float.class),
                  "intBitsToFloat",
                  MethodTypeDesc.of(ConstantDescs.CD_float, INT));
      case DOUBLE ->
          code.invokestatic(
              Names.desc(Double.class),
              "longBitsToDouble",
              MethodTypeDesc.of(ConstantDescs.CD_double, LONG));
      case OBJECT -> throw new IllegalArgumentException(type.name());
    }
  }

  private void toBits(Type type) {
    switch (type.carrier()) {
      case INT, LONG -> numbers.toLong(type);
      case FLOAT ->
          code.invokestatic(
                  Names.desc(Float.class),
                  "floatToRawIntBits",
                  MethodTypeDesc.of(INT, ConstantDescs.CD_float))
              .i2l();
      case DOUBLE ->
          code.invokestatic(
              Names.desc(Double.class),
              "doubleToRawLongBits",
              MethodTypeDesc.of(LONG, ConstantDescs.CD_double));
      case OBJECT -> throw new IllegalArgumentException(type.name());
    }
    if (type.base() instanceof Elementary elementary && elementary.width() < Long.SIZE) {
      code.loadConstant((1L << elementary.width()) - 1).land();
    }
  }

  private void loadPart(Place.Part part) {
    load(part.whole());
    numbers.toLong(part.whole().type());
    code.loadConstant(part.shift()).lushr();
    mask(part.type());
    numbers.fromLong(part.type());
  }

  private void mask(Type type) {
    code.loadConstant((1L << ((Elementary) type).width()) - 1).land();
  }

  /**
   * Writes a place.
   *
   * @param value puts the value on the stack, of the place's own type
   */
  void store(Place place, Runnable value) {
    if (place.type().carrier() == Carrier.OBJECT && !(place.type() instanceof TextType)) {
      load(place);
      value.run();
      copy(place.type());
      return;
    }
    switch (place) {
      case Place.Variable variable when address(variable).isPresent() ->
          storeDirect(address(variable).get(), variable.type(), value);
      case Place.Variable variable -> {
        ClassDesc owner = owner(variable);
        valueFor(variable.type(), value);
        code.putfield(owner, Names.field(variable.name()), Names.of(variable.type()));
      }
      case Place.Member member -> {
        load(member.owner());
        valueFor(member.type(), value);
        code.putfield(
            Names.of(member.owner().type()), Names.field(member.name()), Names.of(member.type()));
      }
      case Place.Element element -> {
        load(element.array());
        index(element);
        valueFor(element.type(), value);
        code.arrayStore(Names.kind(element.type()));
      }
      case Place.Direct direct -> storeDirect(direct.address(), direct.type(), value);
      case Place.Part part -> storePart(part, value);
    }
  }

  private void valueFor(Type type, Runnable value) {
    value.run();
    if (type instanceof TextType text) {
      numbers.cut(text);
    }
  }

  /** The object below takes on what the one on the stack is. */
  void copy(Type type) {
    switch (type) {
      case StructType struct ->
          code.invokevirtual(
              Names.struct(struct.name()),
              "copyFrom",
              MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object));
      case ArrayType array -> {
        ClassDesc given =
            array.element().carrier() == Carrier.OBJECT
                ? ConstantDescs.CD_Object.arrayType()
                : Names.of(array);
        code.invokestatic(COPIES, "copy", MethodTypeDesc.of(ConstantDescs.CD_void, given, given));
      }
      case BlockType block ->
          throw new IllegalArgumentException("instances of " + block.name() + " are not assigned");
      default -> throw new IllegalArgumentException(type.name());
    }
  }

  private void storeDirect(Address address, Type type, Runnable value) {
    memory();
    place(address);
    value.run();
    toBits(type);
    code.invokeinterface(
        MEMORY, "write", MethodTypeDesc.of(ConstantDescs.CD_void, CHAR, CHAR, INT, INT, LONG));
  }

  private void storePart(Place.Part part, Runnable value) {
    long bits = (1L << ((Elementary) part.type()).width()) - 1;
    store(
        part.whole(),
        () -> {
          load(part.whole());
          numbers.toLong(part.whole().type());
          code.loadConstant(~(bits << part.shift())).land();
          value.run();
          numbers.toLong(part.type());
          mask(part.type());
          code.loadConstant(part.shift()).lshl().lor();
          numbers.fromLong(part.whole().type());
        });
  }
}
