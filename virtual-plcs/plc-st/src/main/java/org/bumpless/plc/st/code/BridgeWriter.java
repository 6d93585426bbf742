package org.bumpless.plc.st.code;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import org.bumpless.plc.st.run.Bridge;
import org.bumpless.plc.st.type.Carrier;

/**
 * Writes bridges: straight code from numbers to fields and back. Its constructor takes an array of
 * the objects whose fields they are.
 */
public final class BridgeWriter {
  /** About 13 bytes each: the JVM's compiler leaves methods alone that are longer than 8,000. */
  public static final int LINKS_MAX = 500;

  private static final ClassDesc BRIDGE = Names.desc(Bridge.class);
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
  private static final MethodTypeDesc WITH_OBJECTS =
      MethodTypeDesc.of(ConstantDescs.CD_void, OBJECTS);
  private static final MethodTypeDesc WITH_NUMBERS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double.arrayType());

  private final ClassDesc own;
  private final Shape shape;

  private BridgeWriter(ClassDesc own, Shape shape) {
    this.own = own;
    this.shape = shape;
  }

  /**
   * From a number to a field, and back.
   *
   * @param at position among the numbers
   * @param owner position of the object among the owners
   */
  public record Link(int at, int owner, String field, Carrier carrier) {}

  /**
   * Between what a bridge is; alike for all starts of a program in which the same is linked.
   *
   * @param owners classes of the objects
   * @param loaded {@value #LINKS_MAX} at most
   * @param stored as many at most
   */
  public record Shape(List<String> owners, List<Link> loaded, List<Link> stored) {
    public Shape {
      owners = List.copyOf(owners);
      loaded = List.copyOf(loaded);
      stored = List.copyOf(stored);
    }
  }

  /** A class that extends {@link Bridge}. */
  public static byte[] write(String name, Shape shape) {
    ClassDesc own = ClassDesc.of(name);
    return ClassFile.of().build(own, new BridgeWriter(own, shape)::content);
  }

  private void content(ClassBuilder builder) {
    builder.withFlags(AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER);
    builder.withSuperclass(BRIDGE);
    for (int i = 0; i < shape.owners().size(); i++) {
      builder.withField(Names.owner(i), owner(i), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
    }
    builder.withMethodBody("<init>", WITH_OBJECTS, ClassFile.ACC_PUBLIC, this::begin);
    builder.withMethodBody("load", WITH_NUMBERS, ClassFile.ACC_PUBLIC, this::load);
    builder.withMethodBody("store", WITH_NUMBERS, ClassFile.ACC_PUBLIC, this::store);
  }

  private ClassDesc owner(int index) {
    return ClassDesc.of(shape.owners().get(index));
  }

  private void begin(CodeBuilder code) {
    code.aload(0).invokespecial(BRIDGE, "<init>", CallEmitter.NOTHING);
    for (int i = 0; i < shape.owners().size(); i++) {
      code.aload(0)
          .aload(1)
          .loadConstant(i)
          .aaload()
          .checkcast(owner(i))
          .putfield(own, Names.owner(i), owner(i));
    }
    code.return_();
  }

  private void load(CodeBuilder code) {
    for (Link link : shape.loaded()) {
      object(code, link);
      code.aload(1)
          .loadConstant(link.at())
          .daload()
          .conversion(TypeKind.DOUBLE, Names.kind(link.carrier()))
          .putfield(owner(link.owner()), link.field(), Names.of(link.carrier()));
    }
    code.return_();
  }

  private void store(CodeBuilder code) {
    for (Link link : shape.stored()) {
      code.aload(1).loadConstant(link.at());
      object(code, link);
      code.getfield(owner(link.owner()), link.field(), Names.of(link.carrier()))
          .conversion(Names.kind(link.carrier()), TypeKind.DOUBLE)
          .dastore();
    }
    code.return_();
  }

  private void object(CodeBuilder code, Link link) {
    code.aload(0).getfield(own, Names.owner(link.owner()), owner(link.owner()));
  }
}
