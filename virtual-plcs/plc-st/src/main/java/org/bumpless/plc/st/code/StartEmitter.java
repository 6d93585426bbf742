package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.bumpless.plc.st.run.Copies;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.SubrangeType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Start;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;

/** Gives variables what they are at first. The object whose they are is in local variable 0. */
final class StartEmitter {
  private static final MethodTypeDesc WITH_SHARED =
      MethodTypeDesc.of(ConstantDescs.CD_void, Names.GLOBALS);

  private final CodeBuilder code;
  private final ClassDesc owner;
  private final Runnable shared;

  /**
   * @param owner class of the object
   * @param shared puts what all share on the stack
   */
  StartEmitter(CodeBuilder code, ClassDesc owner, Runnable shared) {
    this.code = code;
    this.owner = owner;
    this.shared = shared;
  }

  /** Makes what the variable refers to, and gives it its first value. */
  void create(Slot slot) {
    if (slot.address().isPresent()) {
      return;
    }
    boolean lent = slot.role() == Role.IN_OUT;
    if (lent && !(slot.type() instanceof TextType)) {
      return;
    }
    if (slot.type().carrier() == Carrier.OBJECT) {
      code.aload(0);
      object(slot.type());
      code.putfield(owner, Names.field(slot.name()), Names.of(slot.type()));
    }
    begin(slot);
  }

  /** Gives the variable its first value again, without a new object where that can be. */
  void again(Slot slot) {
    if (slot.type() instanceof ArrayType array && array.element().carrier() != Carrier.OBJECT) {
      code.aload(0).getfield(owner, Names.field(slot.name()), Names.of(array));
      fill(array);
      begin(slot);
    } else {
      create(slot);
    }
  }

  /** The array on the stack gets what its elements are at first. */
  private void fill(ArrayType array) {
    Constants.first(code, array.element());
    code.invokestatic(
        Names.desc(Copies.class),
        "fill",
        MethodTypeDesc.of(ConstantDescs.CD_void, Names.of(array), Names.of(array.element())));
  }

  private static boolean zero(Type type) {
    return switch (type) {
      case EnumType enumeration -> enumeration.first() == 0;
      case SubrangeType subrange -> subrange.low() == 0;
      default -> true;
    };
  }

  private void begin(Slot slot) {
    if (slot.address().isPresent() || slot.type() instanceof BlockType && usual(slot.start())) {
      return;
    }
    if (usual(slot.start())
        && slot.type().carrier() == Carrier.OBJECT
        && !(slot.type() instanceof TextType)) {
      return; // made anew with its own first values
    }
    set(() -> code.aload(0), owner, slot.name(), slot.type(), slot.start());
  }

  private static boolean usual(Start start) {
    return start instanceof Start.Usual;
  }

  /** Sets a field of the object that {@code holder} puts on the stack. */
  private void set(Runnable holder, ClassDesc of, String name, Type type, Start start) {
    switch (start) {
      case Start.Usual _ -> {
        if (type.carrier() != Carrier.OBJECT || type instanceof TextType) {
          holder.run();
          Constants.first(code, type);
          code.putfield(of, Names.field(name), Names.of(type));
        }
      }
      case Start.Single(Value.Constant constant) -> {
        holder.run();
        Constants.push(code, type, constant);
        code.putfield(of, Names.field(name), Names.of(type));
      }
      case Start.Fields(Map<String, Start> fields) -> {
        Runnable inner =
            () -> {
              holder.run();
              code.getfield(of, Names.field(name), Names.of(type));
            };
        fields.forEach((field, its) -> field(inner, type, field, its));
      }
      case Start.Elements elements -> {
        Runnable array =
            () -> {
              holder.run();
              code.getfield(of, Names.field(name), Names.of(type));
            };
        elements(array, (ArrayType) type, elements);
      }
    }
  }

  private void field(Runnable holder, Type type, String field, Start start) {
    Type its =
        type instanceof StructType struct
            ? struct.fields().stream()
                .filter(one -> one.name().equals(field))
                .map(StructType.Field::type)
                .findFirst()
                .orElseThrow()
            : typeOf(start);
    set(holder, Names.of(type), field, its, start);
  }

  /** Of a function block's input: that of the constant that it gets. */
  private static Type typeOf(Start start) {
    if (start instanceof Start.Single(Value.Constant constant)) {
      return constant.type();
    }
    throw new IllegalStateException("an input of a function block gets a single value");
  }

  private void elements(Runnable array, ArrayType type, Start.Elements elements) {
    for (int i = 0; i < elements.elements().size(); i++) {
      int place = i;
      switch (elements.elements().get(i)) {
        case Start.Usual _ -> {}
        case Start.Single(Value.Constant constant) -> {
          array.run();
          code.loadConstant(place);
          Constants.push(code, type.element(), constant);
          code.arrayStore(Names.kind(type.element()));
        }
        case Start.Fields(Map<String, Start> fields) ->
            fields.forEach(
                (field, its) ->
                    field(() -> element(array, place, type), type.element(), field, its));
        case Start.Elements inner ->
            elements(() -> element(array, place, type), (ArrayType) type.element(), inner);
      }
    }
  }

  private void element(Runnable array, int place, ArrayType type) {
    array.run();
    code.loadConstant(place).arrayLoad(Names.kind(type.element()));
  }

  /** Puts a new object of a type on the stack. */
  private void object(Type type) {
    switch (type) {
      case TextType _ -> code.loadConstant("");
      case StructType struct -> made(Names.struct(struct.name()));
      case BlockType block -> made(Names.unit(block.name()));
      case ArrayType array -> array(array);
      default -> throw new IllegalArgumentException(type.name());
    }
  }

  private void made(ClassDesc its) {
    code.new_(its).dup();
    shared.run();
    code.invokespecial(its, "<init>", WITH_SHARED);
  }

  private void array(ArrayType type) {
    int size = Math.toIntExact(type.size());
    code.loadConstant(size);
    if (type.element().carrier() != Carrier.OBJECT) {
      code.newarray(Names.kind(type.element()));
      if (!zero(type.element())) {
        code.dup();
        fill(type);
      }
      return;
    }
    ClassDesc element = Names.of(type.element());
    code.anewarray(element);
    int array = code.allocateLocal(TypeKind.REFERENCE);
    int at = code.allocateLocal(TypeKind.INT);
    code.astore(array).iconst_0().istore(at);
    Label begin = code.newLabel();
    Label out = code.newLabel();
    code.labelBinding(begin).iload(at).loadConstant(size).if_icmpge(out);
    code.aload(array).iload(at);
    object(type.element());
    code.aastore().iinc(at, 1).goto_(begin).labelBinding(out).aload(array);
  }
}
