package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
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
