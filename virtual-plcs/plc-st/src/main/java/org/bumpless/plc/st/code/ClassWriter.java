package org.bumpless.plc.st.code;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.plc.st.code.Parts.Part;
import org.bumpless.plc.st.run.Copies;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Kind;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.TypedSource.Struct;
import org.bumpless.plc.st.typed.TypedSource.Unit;

/** Writes the classes of a program. */
public final class ClassWriter {
  private static final MethodTypeDesc WITH_SHARED =
      MethodTypeDesc.of(ConstantDescs.CD_void, Names.GLOBALS);

  /** Of a part of a body, which tells how it was left. */
  static final MethodTypeDesc TELLING = MethodTypeDesc.of(ConstantDescs.CD_int);

  private static final MethodTypeDesc WITH_OBJECT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

  private final TypedSource source;
  private final Map<String, Slot> globals = new LinkedHashMap<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private ClassWriter(TypedSource source) {
    this.source = source;
    source.globals().forEach(slot -> globals.put(slot.name(), slot));
  }

  /** The classes by their names. */
  public static Map<String, byte[]> write(TypedSource source) {
    ClassWriter writer = new ClassWriter(source);
    source.structs().forEach(writer::struct);
    source.units().forEach(writer::unit);
    writer.globals();
    return writer.classes;
  }

  private void write(ClassDesc name, Consumer<ClassBuilder> content) {
    classes.put(
        name.packageName() + "." + name.displayName(),
        ClassFile.of()
            .build(
                name,
                builder -> {
                  builder.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER);
                  builder.with(SourceFileAttribute.of(source.name()));
                  content.accept(builder);
                }));
  }

  private static void method(
      ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    builder.withMethodBody(name, type, ClassFile.ACC_PUBLIC, body);
  }

  private static void field(ClassBuilder builder, Slot slot) {
    if (slot.address().isEmpty()) {
      builder.withField(Names.field(slot.name()), Names.of(slot.type()), ClassFile.ACC_PUBLIC);
    }
  }

  private void struct(Struct struct) {
    ClassDesc own = Names.struct(struct.type().name());
    write(
        own,
        builder -> {
          builder.withInterfaceSymbols(Names.desc(Copies.Copied.class));
          struct.fields().forEach(slot -> field(builder, slot));
          method(
              builder,
              "<init>",
              WITH_SHARED,
              code -> {
                code.aload(0).invokespecial(ConstantDescs.CD_Object, "<init>", CallEmitter.NOTHING);
                StartEmitter starts = new StartEmitter(code, own, () -> code.aload(1));
                struct.fields().forEach(starts::create);
                code.return_();
              });
          method(builder, "copyFrom", WITH_OBJECT, code -> copy(code, own, struct));
        });
  }

  private void copy(CodeBuilder code, ClassDesc own, Struct struct) {
    int other = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(1).checkcast(own).astore(other);
    Places places = new Places(code, own, Map.of(), Map.of(), value -> {});
    for (Slot slot : struct.fields()) {
      if (slot.type() instanceof BlockType) {
        continue; // the checker lets nobody assign such a structure
      }
      ClassDesc type = Names.of(slot.type());
      String name = Names.field(slot.name());
      boolean object =
          slot.type().carrier() == Carrier.OBJECT && !(slot.type() instanceof TextType);
      code.aload(0);
      if (object) {
        code.getfield(own, name, type);
      }
      code.aload(other).getfield(own, name, type);
      if (object) {
        places.copy(slot.type());
      } else {
        code.putfield(own, name, type);
      }
    }
    code.return_();
  }

  private void unit(Unit unit) {
    ClassDesc own = Names.unit(unit.name());
    Map<String, Slot> slots = new LinkedHashMap<>();
    unit.slots().forEach(slot -> slots.put(slot.name(), slot));
    write(
        own,
        builder -> {
          builder.withInterfaceSymbols(Names.desc(Runnable.class));
          builder.withField(Names.SHARED, Names.GLOBALS, ClassFile.ACC_PUBLIC);
          unit.slots().forEach(slot -> field(builder, slot));
          edges(unit)
              .forEach(
                  slot ->
                      builder.withField(
                          Names.memory(slot.name()), ConstantDescs.CD_int, ClassFile.ACC_PUBLIC));
          method(
              builder,
              "<init>",
              WITH_SHARED,
              code -> {
                code.aload(0).invokespecial(ConstantDescs.CD_Object, "<init>", CallEmitter.NOTHING);
                code.aload(0).aload(1).putfield(own, Names.SHARED, Names.GLOBALS);
                StartEmitter starts = new StartEmitter(code, own, () -> code.aload(1));
                unit.slots().forEach(starts::create);
                code.return_();
              });
          if (unit.kind() == Kind.FUNCTION) {
            method(builder, "reset", CallEmitter.NOTHING, code -> reset(code, own, unit));
          }
          Parts parts = new Parts();
          List<String> first = Chunks.of(unit.body()).stream().map(parts::add).toList();
          method(builder, "run", CallEmitter.NOTHING, code -> run(code, own, unit, first));
          for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            Part its = part.get();
            method(
                builder,
                its.name(),
                TELLING,
                code ->
                    new StepEmitter(code, new ValueEmitter(code, own, slots, globals), own, parts)
                        .method(its.steps()));
          }
        });
  }

  private static List<Slot> edges(Unit unit) {
    return unit.slots().stream()
        .filter(slot -> slot.role() == Role.RISING_INPUT || slot.role() == Role.FALLING_INPUT)
        .toList();
  }

  /** The result is a new one for each call: two of them may stand in one expression. */
  private static void reset(CodeBuilder code, ClassDesc own, Unit unit) {
    StartEmitter starts =
        new StartEmitter(code, own, () -> code.aload(0).getfield(own, Names.SHARED, Names.GLOBALS));
    for (Slot slot : unit.slots()) {
      if (slot.name().equals(unit.name())) {
        starts.create(slot);
      } else if (slot.role() != Role.IN_OUT) {
        starts.again(slot);
      }
    }
    code.return_();
  }

  private static void run(CodeBuilder code, ClassDesc own, Unit unit, List<String> parts) {
    edges(unit).forEach(slot -> edge(code, own, slot));
    StartEmitter starts =
        new StartEmitter(code, own, () -> code.aload(0).getfield(own, Names.SHARED, Names.GLOBALS));
    unit.slots().stream().filter(slot -> slot.role() == Role.TEMP).forEach(starts::again);
    Label end = code.newLabel();
    parts.forEach(part -> code.aload(0).invokevirtual(own, part, TELLING).ifne(end));
    code.labelBinding(end).return_();
  }

  /** An input with an edge is true in the one scan in which it changes (6.5.6.2). */
  private static void edge(CodeBuilder code, ClassDesc own, Slot slot) {
    String input = Names.field(slot.name());
    String memory = Names.memory(slot.name());
    boolean rising = slot.role() == Role.RISING_INPUT;
    int now = code.allocateLocal(TypeKind.INT);
    code.aload(0).getfield(own, input, ConstantDescs.CD_int);
    if (!rising) {
      code.iconst_1().ixor();
    }
    code.istore(now);
    code.aload(0)
        .iload(now)
        .aload(0)
        .getfield(own, memory, ConstantDescs.CD_int)
        .iconst_1()
        .ixor()
        .iand()
        .putfield(own, input, ConstantDescs.CD_int);
    code.aload(0).iload(now).putfield(own, memory, ConstantDescs.CD_int);
  }

  private void globals() {
    List<Unit> functions =
        source.units().stream().filter(unit -> unit.kind() == Kind.FUNCTION).toList();
    write(
        Names.GLOBALS,
        builder -> {
          builder.withSuperclass(Names.BASE);
          source.globals().forEach(slot -> field(builder, slot));
          functions.forEach(
              unit ->
                  builder.withField(
                      Names.function(unit.name()), Names.unit(unit.name()), ClassFile.ACC_PUBLIC));
          method(
              builder,
              "<init>",
              CallEmitter.NOTHING,
              code -> {
                code.aload(0).invokespecial(Names.BASE, "<init>", CallEmitter.NOTHING);
                StartEmitter starts = new StartEmitter(code, Names.GLOBALS, () -> code.aload(0));
                source.globals().forEach(starts::create);
                for (Unit unit : functions) {
                  ClassDesc its = Names.unit(unit.name());
                  code.aload(0)
                      .new_(its)
                      .dup()
                      .aload(0)
                      .invokespecial(its, "<init>", WITH_SHARED)
                      .putfield(Names.GLOBALS, Names.function(unit.name()), its);
                }
                code.return_();
              });
        });
  }
}
