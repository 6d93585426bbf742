package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.SubrangeType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Value;

/** Puts what is known in advance on the stack. */
final class Constants {
  private Constants() {}

  static void push(CodeBuilder code, Type type, Value.Constant constant) {
    switch (type.carrier()) {
      case INT -> code.loadConstant((int) constant.whole());
      case LONG -> code.loadConstant(constant.whole());
      case FLOAT -> code.loadConstant((float) constant.real());
      case DOUBLE -> code.loadConstant(constant.real());
      case OBJECT -> code.loadConstant(constant.value().toString());
    }
  }

  /** What a variable of a type is at first, if nothing else is said (6.4.4.2 and 6.4.4.4). */
  static void first(CodeBuilder code, Type type) {
    switch (type) {
      case EnumType enumeration -> code.loadConstant((int) enumeration.first());
      case SubrangeType subrange when subrange.carrier() == Carrier.INT ->
          code.loadConstant((int) subrange.low());
      case SubrangeType subrange -> code.loadConstant(subrange.low());
      default -> zero(code, type);
    }
  }

  /** What a value of a type is that nobody has worked out. */
  static void zero(CodeBuilder code, Type type) {
    switch (type.carrier()) {
      case INT -> code.iconst_0();
      case LONG -> code.lconst_0();
      case FLOAT -> code.fconst_0();
      case DOUBLE -> code.dconst_0();
      case OBJECT -> code.loadConstant("");
    }
  }
}
