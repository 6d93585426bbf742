package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.plc.st.run.Dates;
import org.bumpless.plc.st.run.Library;
import org.bumpless.plc.st.run.Texts;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.typed.Operator;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;

/** Puts values on the stack. */
final class ValueEmitter {
  private static final Set<String> OF_TEXTS =
      Set.of("len", "left", "right", "mid", "concat", "insert", "delete", "replace", "find");

  private static final Set<String> OF_DATES = Set.of("date", "clock", "dateAndTime", "dayOfWeek");

  private final CodeBuilder code;
  private final Places places;
  private final Numbers numbers;

  ValueEmitter(CodeBuilder code, ClassDesc unit, Map<String, Slot> own, Map<String, Slot> globals) {
    this.code = code;
    this.numbers = new Numbers(code);
    this.places = new Places(code, unit, own, globals, this::push);
  }

  Places places() {
    return places;
  }

  Numbers numbers() {
    return numbers;
  }

  void push(Value value) {
    switch (value) {
      case Value.Constant constant -> Constants.push(code, constant.type(), constant);
      case Value.Read(var place) -> places.load(place);
      case Value.Calculation calculation -> {
        push(calculation.left());
        push(calculation.right());
        numbers.calculate(calculation.operator(), calculation.type());
      }
      case Value.Comparison comparison -> bool(comparison);
      case Value.Negation(var inner) -> {
        push(inner);
        numbers.negate(inner.type());
      }
      case Value.Complement(var inner) -> {
        push(inner);
        numbers.complement(inner.type());
      }
      case Value.Conversion conversion -> {
        push(conversion.value());
        numbers.convert(conversion.value().type(), conversion.type(), conversion.truncates());
      }
      case Value.Choice choice ->
          either(choice.condition(), () -> push(choice.yes()), () -> push(choice.no()));
      case Value.Library library -> library(library);
      case Value.Now _ -> {
        places.shared();
        code.getfield(Names.BASE, "now", ConstantDescs.CD_long);
      }
      case Value.Enabled enabled -> enabled(enabled);
      case Value.Function function -> new CallEmitter(code, this).function(function);
    }
  }

  private void bool(Value condition) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    jumpUnless(condition, no);
    code.iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
  }

  private void either(Value condition, Runnable yes, Runnable no) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    jumpUnless(condition, otherwise);
    yes.run();
    code.goto_(end).labelBinding(otherwise);
    no.run();
    code.labelBinding(end);
  }

  /** Goes elsewhere unless a condition is true. */
  void jumpUnless(Value condition, Label elsewhere) {
    if (condition instanceof Value.Comparison comparison) {
      jumpUnless(comparison.operator(), comparison.left(), comparison.right(), elsewhere);
    } else {
      push(condition);
      code.ifeq(elsewhere);
    }
  }

  private void jumpUnless(Operator operator, Value left, Value right, Label elsewhere) {
    push(left);
    push(right);
    if (left.type().carrier() == Carrier.INT) {
      switch (operator) {
        case LESS -> code.if_icmpge(elsewhere);
        case LESS_EQUAL -> code.if_icmpgt(elsewhere);
        case GREATER -> code.if_icmple(elsewhere);
        case GREATER_EQUAL -> code.if_icmplt(elsewhere);
        case EQUAL -> code.if_icmpne(elsewhere);
        case UNEQUAL -> code.if_icmpeq(elsewhere);
        default -> throw new IllegalArgumentException(operator.written());
      }
      return;
    }
    numbers.compare(left.type(), operator == Operator.LESS || operator == Operator.LESS_EQUAL);
    switch (operator) {
      case LESS -> code.ifge(elsewhere);
      case LESS_EQUAL -> code.ifgt(elsewhere);
      case GREATER -> code.ifle(elsewhere);
      case GREATER_EQUAL -> code.iflt(elsewhere);
      case EQUAL -> code.ifne(elsewhere);
      case UNEQUAL -> code.ifeq(elsewhere);
      default -> throw new IllegalArgumentException(operator.written());
    }
  }

  private void library(Value.Library library) {
    List<ClassDesc> given = new ArrayList<>();
    for (Value argument : library.arguments()) {
      push(argument);
      given.add(Names.of(argument.type()));
    }
    code.invokestatic(
        Names.desc(owner(library.method())),
        library.method(),
        MethodTypeDesc.of(Names.of(library.type()), given));
    if (library.method().equals("abs")) {
      numbers.wrap(library.type());
    }
  }

  private static Class<?> owner(String method) {
    if (OF_DATES.contains(method)) {
      return Dates.class;
    }
    return OF_TEXTS.contains(method) ? Texts.class : Library.class;
  }

  private void enabled(Value.Enabled enabled) {
    int condition = code.allocateLocal(TypeKind.INT);
    push(enabled.condition());
    code.istore(condition);
    enabled.done().ifPresent(done -> store(done, () -> code.iload(condition)));
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    code.iload(condition).ifeq(otherwise);
    push(enabled.value());
    code.goto_(end).labelBinding(otherwise);
    Constants.zero(code, enabled.type());
    code.labelBinding(end);
  }

  private void store(Place place, Runnable value) {
    places.store(place, value);
  }
}
