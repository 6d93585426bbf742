package org.bumpless.plc.st.code;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import org.bumpless.plc.st.run.StGlobals;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;

/** How things are called in the JVM. */
final class Names {
  static final ClassDesc BASE = desc(StGlobals.class);
  static final ClassDesc GLOBALS = ClassDesc.of("st.Globals");

  /** Of the field that leads to what all share. */
  static final String SHARED = "shared";

  private Names() {}

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static ClassDesc unit(String name) {
    return ClassDesc.of("st.unit." + name);
  }

  static ClassDesc struct(String name) {
    return ClassDesc.of("st.struct." + name);
  }

  /** The field of a variable. */
  static String field(String variable) {
    return "v_" + variable.replace('%', '$').replace('.', '_');
  }

  /** The field that remembers what an input with an edge was. */
  static String memory(String variable) {
    return "m_" + variable;
  }

  /** The field of a function in what all share. */
  static String function(String name) {
    return "f_" + name;
  }

  /** The field of an object to which a bridge leads. */
  static String owner(int index) {
    return "o_" + index;
  }

  static ClassDesc of(Type type) {
    return switch (type) {
      case TextType _ -> ConstantDescs.CD_String;
      case ArrayType array -> of(array.element()).arrayType();
      case StructType struct -> struct(struct.name());
      case BlockType block -> unit(block.name());
      default -> of(type.carrier());
    };
  }

  /** Of a number. */
  static ClassDesc of(Carrier carrier) {
    return switch (carrier) {
      case INT -> ConstantDescs.CD_int;
      case LONG -> ConstantDescs.CD_long;
      case FLOAT -> ConstantDescs.CD_float;
      case DOUBLE -> ConstantDescs.CD_double;
      case OBJECT -> throw new IllegalArgumentException("an object is no number");
    };
  }

  static TypeKind kind(Type type) {
    return kind(type.carrier());
  }

  static TypeKind kind(Carrier carrier) {
    return switch (carrier) {
      case INT -> TypeKind.INT;
      case LONG -> TypeKind.LONG;
      case FLOAT -> TypeKind.FLOAT;
      case DOUBLE -> TypeKind.DOUBLE;
      case OBJECT -> TypeKind.REFERENCE;
    };
  }
}
