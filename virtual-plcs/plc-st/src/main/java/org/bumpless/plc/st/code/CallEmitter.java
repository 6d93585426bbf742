package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.type.ArrayType;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Value;

/** Calls functions and executes function blocks. */
final class CallEmitter {
  static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

  private final CodeBuilder code;
  private final ValueEmitter values;

  CallEmitter(CodeBuilder code, ValueEmitter values) {
    this.code = code;
    this.values = values;
  }

  /** What is handed over, worked out before the callee is touched. */
  private record Ready(Value.Input input, int local) {}

  /** Leaves the result on the stack. */
  void function(Value.Function function) {
    ClassDesc callee = Names.unit(function.function());
    int result = code.allocateLocal(Names.kind(function.type()));
    Constants.zero(code, function.type());
    code.storeLocal(Names.kind(function.type()), result);
    guarded(
        function.transfer(),
        () -> {
          List<Ready> ready = ready(function.transfer());
          int instance = code.allocateLocal(TypeKind.REFERENCE);
          values.places().shared();
          code.getfield(Names.GLOBALS, Names.function(function.function()), callee);
          code.astore(instance);
          code.aload(instance).invokevirtual(callee, "reset", NOTHING);
          hand(ready, callee, instance);
          code.aload(instance).invokevirtual(callee, "run", NOTHING);
          take(function.transfer(), callee, instance);
          if (function.gives()) {
            code.aload(instance)
                .getfield(callee, Names.field(function.function()), Names.of(function.type()))
                .storeLocal(Names.kind(function.type()), result);
          }
        });
    code.loadLocal(Names.kind(function.type()), result);
  }

  void block(Step.Execute execute) {
    ClassDesc callee = Names.unit(execute.block().name());
    guarded(
        execute.transfer(),
        () -> {
          List<Ready> ready = ready(execute.transfer());
          int instance = code.allocateLocal(TypeKind.REFERENCE);
          values.places().load(execute.instance());
          code.astore(instance);
          hand(ready, callee, instance);
          code.aload(instance).invokevirtual(callee, "run", NOTHING);
          take(execute.transfer(), callee, instance);
        });
  }

  /** Nothing happens where EN is false, and ENO tells it. */
  private void guarded(Value.Transfer transfer, Runnable call) {
    Optional<Value> enabled = transfer.enabled();
    if (enabled.isEmpty()) {
      call.run();
      transfer.done().ifPresent(done -> values.places().store(done, code::iconst_1));
      return;
    }
    int condition = code.allocateLocal(TypeKind.INT);
    values.push(enabled.get());
    code.istore(condition);
    Label end = code.newLabel();
    code.iload(condition).ifeq(end);
    call.run();
    code.labelBinding(end);
    transfer.done().ifPresent(done -> values.places().store(done, () -> code.iload(condition)));
  }

  private List<Ready> ready(Value.Transfer transfer) {
    List<Ready> ready = new ArrayList<>();
    for (Value.Input input : transfer.inputs()) {
      TypeKind kind = Names.kind(input.type());
      int local = code.allocateLocal(kind);
      values.push(input.value());
      code.storeLocal(kind, local);
      ready.add(new Ready(input, local));
    }
    return ready;
  }

  private void hand(List<Ready> ready, ClassDesc callee, int instance) {
    for (Ready one : ready) {
      Type type = one.input().type();
      if (!one.input().lent() && isCopied(type)) {
        code.aload(instance)
            .getfield(callee, Names.field(one.input().name()), Names.of(type))
            .aload(one.local());
        values.places().copy(type);
        continue;
      }
      code.aload(instance)
          .loadLocal(Names.kind(type), one.local())
          .putfield(callee, Names.field(one.input().name()), Names.of(type));
    }
  }

  /** Whether an input has a structure or an array of its own, which takes on what comes in. */
  private static boolean isCopied(Type type) {
    return type instanceof StructType || type instanceof ArrayType;
  }

  private void take(Value.Transfer transfer, ClassDesc callee, int instance) {
    for (Value.Output output : transfer.outputs()) {
      values
          .places()
          .store(output.target(), () -> taken(output.converted(), output, callee, instance));
    }
  }

  /** The output with what is made of it on its way. */
  private void taken(Value value, Value.Output output, ClassDesc callee, int instance) {
    switch (value) {
      case Value.Read(Place.Variable(_, String name, Type type)) when name.equals(output.name()) ->
          code.aload(instance).getfield(callee, Names.field(name), Names.of(type));
      case Value.Complement(Value inner) -> {
        taken(inner, output, callee, instance);
        values.numbers().complement(inner.type());
      }
      case Value.Conversion(Type type, Value inner, boolean truncates) -> {
        taken(inner, output, callee, instance);
        values.numbers().convert(inner.type(), type, truncates);
      }
      default -> throw new IllegalStateException("nothing else is made of an output: " + value);
    }
  }
}
