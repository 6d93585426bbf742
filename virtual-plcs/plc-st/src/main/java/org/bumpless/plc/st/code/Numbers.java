package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.bumpless.plc.st.run.Library;
import org.bumpless.plc.st.run.Texts;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.Family;
import org.bumpless.plc.st.type.SubrangeType;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Operator;

/** Calculations and conversions of what lies on the stack. */
final class Numbers {
  private static final ClassDesc LIBRARY = Names.desc(Library.class);
  private static final ClassDesc TEXTS = Names.desc(Texts.class);
  private static final ClassDesc LONG = ConstantDescs.CD_long;
  private static final ClassDesc DOUBLE = ConstantDescs.CD_double;
  private static final ClassDesc BOXED_LONG = Names.desc(Long.class);
  private static final long LOW_32 = 0xFFFF_FFFFL;

  private final CodeBuilder code;

  Numbers(CodeBuilder code) {
    this.code = code;
  }

  /** What has left the range of its type comes in again at the other end (6.4.2.1). */
  void wrap(Type type) {
    if (!(type.base() instanceof Elementary elementary)) {
      return;
    }
    switch (elementary) {
      case SINT -> code.i2b();
      case INT -> code.i2s();
      case USINT, BYTE, CHAR -> code.loadConstant(0xFF).iand();
      case UINT, WORD, WCHAR -> code.loadConstant(0xFFFF).iand();
      case UDINT, DWORD -> code.loadConstant(LOW_32).land();
      default -> {}
    }
  }

  private static boolean unsigned64(Type type) {
    return type.base() == Elementary.ULINT || type.base() == Elementary.LWORD;
  }

  /** Two values on the stack become one. */
  void calculate(Operator operator, Type type) {
    switch (type.carrier()) {
      case INT -> calculateInt(operator);
      case LONG -> calculateLong(operator, unsigned64(type));
      case FLOAT -> calculateFloat(operator);
      case DOUBLE -> calculateDouble(operator);
      case OBJECT -> throw new IllegalArgumentException(type.name());
    }
    if (!operator.logical()) {
      wrap(type);
    }
  }

  private void calculateInt(Operator operator) {
    switch (operator) {
      case ADD -> code.iadd();
      case SUBTRACT -> code.isub();
      case MULTIPLY -> code.imul();
      case DIVIDE -> code.idiv();
      case MODULO -> code.irem();
      case AND -> code.iand();
      case OR -> code.ior();
      case XOR -> code.ixor();
      default -> throw new IllegalArgumentException(operator.written());
    }
  }

  private void calculateLong(Operator operator, boolean unsigned) {
    switch (operator) {
      case ADD -> code.ladd();
      case SUBTRACT -> code.lsub();
      case MULTIPLY -> code.lmul();
      case DIVIDE -> divide(unsigned, "divideUnsigned", code::ldiv);
      case MODULO -> divide(unsigned, "remainderUnsigned", code::lrem);
      case AND -> code.land();
      case OR -> code.lor();
      case XOR -> code.lxor();
      default -> throw new IllegalArgumentException(operator.written());
    }
  }

  private void divide(boolean unsigned, String method, Runnable signed) {
    if (unsigned) {
      code.invokestatic(BOXED_LONG, method, MethodTypeDesc.of(LONG, LONG, LONG));
    } else {
      signed.run();
    }
  }

  private void calculateFloat(Operator operator) {
    ClassDesc single = ConstantDescs.CD_float;
    switch (operator) {
      case ADD -> code.fadd();
      case SUBTRACT -> code.fsub();
      case MULTIPLY -> code.fmul();
      case DIVIDE -> code.fdiv();
      case POWER -> code.invokestatic(LIBRARY, "power", MethodTypeDesc.of(single, single, single));
      default -> throw new IllegalArgumentException(operator.written());
    }
  }

  private void calculateDouble(Operator operator) {
    switch (operator) {
      case ADD -> code.dadd();
      case SUBTRACT -> code.dsub();
      case MULTIPLY -> code.dmul();
      case DIVIDE -> code.ddiv();
      case POWER -> code.invokestatic(LIBRARY, "power", MethodTypeDesc.of(DOUBLE, DOUBLE, DOUBLE));
      default -> throw new IllegalArgumentException(operator.written());
    }
  }

  void negate(Type type) {
    switch (type.carrier()) {
      case INT -> code.ineg();
      case LONG -> code.lneg();
      case FLOAT -> code.fneg();
      case DOUBLE -> code.dneg();
      case OBJECT -> throw new IllegalArgumentException(type.name());
    }
    wrap(type);
  }

  void complement(Type type) {
    if (type.base() == Elementary.BOOL) {
      code.iconst_1().ixor();
    } else if (type.carrier() == Carrier.INT) {
      code.iconst_m1().ixor();
    } else {
      code.loadConstant(-1L).lxor();
    }
    wrap(type);
  }

  /** Leaves less than, equal to or greater than zero for two values; for INT their difference. */
  void compare(Type type, boolean less) {
    switch (type.carrier()) {
      case INT -> throw new IllegalArgumentException("compared by the jump itself");
      case LONG -> {
        if (unsigned64(type)) {
          code.invokestatic(
              BOXED_LONG, "compareUnsigned", MethodTypeDesc.of(ConstantDescs.CD_int, LONG, LONG));
        } else {
          code.lcmp();
        }
      }
      case FLOAT -> {
        if (less) {
          code.fcmpg();
        } else {
          code.fcmpl();
        }
      }
      case DOUBLE -> {
        if (less) {
          code.dcmpg();
        } else {
          code.dcmpl();
        }
      }
      case OBJECT ->
          code.invokevirtual(
              ConstantDescs.CD_String,
              "compareTo",
              MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_String));
    }
  }

  /** A value of one type becomes one of another. */
  void convert(Type from, Type to, boolean truncates) {
    if (to instanceof SubrangeType subrange) {
      convert(from, subrange.of(), truncates);
      within(subrange);
      return;
    }
    if (to instanceof TextType text) {
      toText(from, text);
      return;
    }
    Elementary target = (Elementary) to.base();
    if (from instanceof TextType) {
      fromText(target);
      return;
    }
    Elementary source =
        from.base() instanceof EnumType ? Elementary.DINT : (Elementary) from.base();
    if (target == Elementary.BOOL) {
      toBool(source);
    } else if (source.is(Family.REAL)) {
      fromReal(source, target, truncates);
    } else if (target.is(Family.REAL)) {
      toReal(source, target);
    } else {
      toLong(source);
      times(source, target);
      fromLong(target);
    }
  }

  private void within(SubrangeType type) {
    toLong(type.of());
    code.loadConstant(type.low()).loadConstant(type.high());
    code.invokestatic(LIBRARY, "within", MethodTypeDesc.of(LONG, LONG, LONG, LONG));
    fromLong(type.of());
  }

  /** Whatever is carried by an int becomes a long. */
  void toLong(Type type) {
    if (type.carrier() == Carrier.INT) {
      code.i2l();
    }
  }

  /** A long becomes what carries the type, cut to its width. */
  void fromLong(Type type) {
    if (type.carrier() == Carrier.INT) {
      code.l2i();
    }
    wrap(type);
  }

  private void toBool(Elementary source) {
    if (source.carrier() == Carrier.FLOAT) {
      code.f2d();
    }
    if (source.is(Family.REAL)) {
      code.loadConstant(0.0).dcmpl();
    } else if (source.carrier() == Carrier.LONG) {
      code.loadConstant(0L).lcmp();
    }
    code.ifThenElse(Opcode.IFNE, yes -> yes.iconst_1(), no -> no.iconst_0());
  }

  private void fromReal(Elementary source, Elementary target, boolean truncates) {
    if (target.is(Family.REAL)) {
      if (source == Elementary.REAL && target == Elementary.LREAL) {
        code.f2d();
      } else if (source == Elementary.LREAL && target == Elementary.REAL) {
        code.d2f();
      }
      return;
    }
    if (source == Elementary.REAL) {
      code.f2d();
    }
    if (target.is(Family.DURATION)) {
      code.invokestatic(LIBRARY, "ofRealSeconds", MethodTypeDesc.of(LONG, DOUBLE));
    } else {
      code.invokestatic(
          LIBRARY, truncates ? "truncated" : "rounded", MethodTypeDesc.of(LONG, DOUBLE));
    }
    fromLong(target);
  }

  private void toReal(Elementary source, Elementary target) {
    if (source.is(Family.DURATION)) {
      code.invokestatic(LIBRARY, "realSeconds", MethodTypeDesc.of(DOUBLE, LONG));
    } else if (source.carrier() == Carrier.INT) {
      code.i2d();
    } else if (unsigned64(source)) {
      code.invokestatic(LIBRARY, "unsigned", MethodTypeDesc.of(DOUBLE, LONG));
    } else {
      code.l2d();
    }
    if (target == Elementary.REAL) {
      code.d2f();
    }
  }

  /** Times are nanoseconds; as a number a duration is its seconds. */
  private void times(Elementary source, Elementary target) {
    if (source.family() == target.family()) {
      return;
    }
    MethodTypeDesc same = MethodTypeDesc.of(LONG, LONG);
    if (target.is(Family.DATE) && source.is(Family.DATE_AND_TIME)) {
      code.invokestatic(LIBRARY, "day", same);
    } else if (target.is(Family.TIME_OF_DAY) && source.is(Family.DATE_AND_TIME)) {
      code.invokestatic(LIBRARY, "timeOfDay", same);
    } else if (source.is(Family.DURATION) && !target.is(Family.TIME_OF_DAY)) {
      code.invokestatic(LIBRARY, "seconds", same);
    } else if (target.is(Family.DURATION) && !source.is(Family.TIME_OF_DAY)) {
      code.invokestatic(LIBRARY, "ofSeconds", same);
    }
  }

  private void toText(Type from, TextType to) {
    if (!(from instanceof TextType)) {
      ClassDesc given = Names.of(from.base());
      if (from.is(Family.REAL)) {
        code.invokestatic(TEXTS, "of", MethodTypeDesc.of(ConstantDescs.CD_String, given));
      } else {
        toLong(from);
        code.loadConstant(from.base().name());
        code.invokestatic(
            TEXTS, "of", MethodTypeDesc.of(ConstantDescs.CD_String, LONG, ConstantDescs.CD_String));
      }
    }
    cut(to);
  }

  /** A text is no longer than its variable. */
  void cut(TextType to) {
    code.loadConstant(to.length());
    code.invokestatic(
        TEXTS,
        "cut",
        MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String, ConstantDescs.CD_int));
  }

  private void fromText(Elementary target) {
    if (target.is(Family.REAL)) {
      code.invokestatic(TEXTS, "real", MethodTypeDesc.of(DOUBLE, ConstantDescs.CD_String));
      fromReal(Elementary.LREAL, target, false);
      return;
    }
    code.invokestatic(TEXTS, "whole", MethodTypeDesc.of(LONG, ConstantDescs.CD_String));
    if (target == Elementary.BOOL) {
      toBool(Elementary.LINT);
    } else {
      fromLong(target);
    }
  }
}
