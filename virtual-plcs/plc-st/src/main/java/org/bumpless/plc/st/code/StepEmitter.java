package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Value;

/** Carries out what a unit does. */
final class StepEmitter {
  private final CodeBuilder code;
  private final ValueEmitter values;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final Label end;

  /** Where a loop goes on, and where it ends. */
  private record Loop(Label again, Label out) {}

  /**
   * @param end of the unit
   */
  StepEmitter(CodeBuilder code, ValueEmitter values, Label end) {
    this.code = code;
    this.values = values;
    this.end = end;
  }

  void steps(List<Step> steps) {
    steps.forEach(this::step);
  }

  private void step(Step step) {
    code.lineNumber(step.line());
    switch (step) {
      case Step.Store store ->
          values.places().store(store.target(), () -> values.push(store.value()));
      case Step.Execute execute -> new CallEmitter(code, values).block(execute);
      case Step.Evaluate evaluate -> {
        values.push(evaluate.value());
        switch (Names.kind(evaluate.value().type())) {
          case LONG, DOUBLE -> code.pop2();
          default -> code.pop();
        }
      }
      case Step.Branches branches -> branches(branches);
      case Step.Select select -> select(select);
      case Step.Count count -> count(count);
      case Step.Loop loop -> loop(loop);
      case Step.Exit _ -> code.goto_(innermost().out());
      case Step.Continue _ -> code.goto_(innermost().again());
      case Step.Return _ -> code.goto_(end);
    }
  }

  private Loop innermost() {
    Loop loop = loops.peek();
    if (loop == null) {
      throw new IllegalStateException("no loop");
    }
    return loop;
  }

  private void branches(Step.Branches branches) {
    Label out = code.newLabel();
    for (Step.Branch branch : branches.branches()) {
      Label next = code.newLabel();
      values.jumpUnless(branch.condition(), next);
      steps(branch.body());
      code.goto_(out).labelBinding(next);
    }
    steps(branches.otherwise());
    code.labelBinding(out);
  }

  private void select(Step.Select select) {
    int selector = code.allocateLocal(TypeKind.LONG);
    values.push(select.selector());
    values.numbers().toLong(select.selector().type());
    code.lstore(selector);
    Label out = code.newLabel();
    for (Step.Labelled branch : select.branches()) {
      Label body = code.newLabel();
      Label next = code.newLabel();
      for (Step.Range range : branch.labels()) {
        Label other = code.newLabel();
        code.lload(selector).loadConstant(range.low()).lcmp();
        if (range.low() == range.high()) {
          code.ifeq(body);
        } else {
          code.iflt(other).lload(selector).loadConstant(range.high()).lcmp().ifle(body);
        }
        code.labelBinding(other);
      }
      code.goto_(next).labelBinding(body);
      steps(branch.body());
      code.goto_(out).labelBinding(next);
    }
    steps(select.otherwise());
    code.labelBinding(out);
  }

  private void asLong(Value value) {
    values.push(value);
    values.numbers().toLong(value.type());
  }

  /** Counts in 64 bits, so that the last round of a counter at the end of its range is the last. */
  private void count(Step.Count count) {
    Type type = count.counter().type();
    int at = code.allocateLocal(TypeKind.LONG);
    int to = code.allocateLocal(TypeKind.LONG);
    int by = code.allocateLocal(TypeKind.LONG);
    asLong(count.from());
    code.lstore(at);
    asLong(count.to());
    code.lstore(to);
    asLong(count.by());
    code.lstore(by);
    Label begin = code.newLabel();
    Label again = code.newLabel();
    Label out = code.newLabel();
    code.labelBinding(begin);
    values
        .places()
        .store(
            count.counter(),
            () -> {
              code.lload(at);
              values.numbers().fromLong(type);
            });
    beyond(count.by(), at, to, by, out);
    loops.push(new Loop(again, out));
    steps(count.body());
    loops.pop();
    code.labelBinding(again);
    round(count.line());
    values.places().load(count.counter());
    values.numbers().toLong(type);
    code.lload(by).ladd().lstore(at).goto_(begin).labelBinding(out);
  }

  private void beyond(Value step, int at, int to, int by, Label out) {
    if (step instanceof Value.Constant constant) {
      code.lload(at).lload(to).lcmp();
      if (constant.whole() > 0) {
        code.ifgt(out);
      } else {
        code.iflt(out);
      }
      return;
    }
    Label down = code.newLabel();
    Label go = code.newLabel();
    code.lload(by).lconst_0().lcmp().iflt(down);
    code.lload(at).lload(to).lcmp().ifgt(out).goto_(go);
    code.labelBinding(down).lload(at).lload(to).lcmp().iflt(out).labelBinding(go);
  }

  private void loop(Step.Loop loop) {
    Label begin = code.newLabel();
    Label again = code.newLabel();
    Label out = code.newLabel();
    code.labelBinding(begin);
    loop.whileTrue().ifPresent(condition -> values.jumpUnless(condition, out));
    loops.push(new Loop(again, out));
    steps(loop.body());
    loops.pop();
    code.labelBinding(again);
    round(loop.line());
    if (loop.until().isPresent()) {
      values.jumpUnless(loop.until().get(), begin);
    } else {
      code.goto_(begin);
    }
    code.labelBinding(out);
  }

  private void round(int line) {
    values.places().shared();
    code.loadConstant(line)
        .invokevirtual(
            Names.BASE, "round", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
  }
}
