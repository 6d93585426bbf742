package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.bumpless.plc.st.typed.Step;

/** Carries out what a unit does. */
final class StepEmitter {
  private final CodeBuilder code;
  private final ValueEmitter values;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final Rounds rounds;
  private final ClassDesc unit;
  private final Parts parts;

  /** Where a loop goes on, and where it ends. */
  private record Loop(Label again, Label out) {}

  /**
   * @param unit whose methods the parts are
   * @param parts take what is too long for one method
   */
  StepEmitter(CodeBuilder code, ValueEmitter values, ClassDesc unit, Parts parts) {
    this.code = code;
    this.values = values;
    this.rounds = new Rounds(code, values.places());
    this.unit = unit;
    this.parts = parts;
  }

  /** A whole method. */
  void method(List<Step> steps) {
    steps.forEach(this::step);
    leave(Parts.DONE);
  }

  private void leave(int how) {
    code.loadConstant(how).ireturn();
  }

  private void body(List<Step> steps) {
    if (Chunks.heavy(steps)) {
      Chunks.of(steps).forEach(chunk -> call(parts.add(chunk)));
    } else {
      steps.forEach(this::step);
    }
  }

  /** How a part was left, decides what is carried out next. */
  private void call(String part) {
    int how = code.allocateLocal(TypeKind.INT);
    Label next = code.newLabel();
    code.aload(0).invokevirtual(unit, part, ClassWriter.TELLING).istore(how);
    code.iload(how).ifeq(next);
    Loop loop = loops.peek();
    if (loop != null) {
      code.iload(how).loadConstant(Parts.EXITED).if_icmpeq(loop.out());
      code.iload(how).loadConstant(Parts.CONTINUED).if_icmpeq(loop.again());
    }
    code.iload(how).ireturn().labelBinding(next);
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
      case Step.Count count ->
          new CountEmitter(code, values, rounds)
              .count(count, (again, out) -> body(count, again, out));
      case Step.Loop loop -> loop(loop);
      case Step.Exit _ -> leave(Loop::out, Parts.EXITED);
      case Step.Continue _ -> leave(Loop::again, Parts.CONTINUED);
      case Step.Return _ -> leave(Parts.RETURNED);
    }
  }

  /** The loop may be around the call of this part. */
  private void leave(Function<Loop, Label> within, int otherwise) {
    Loop loop = loops.peek();
    if (loop == null) {
      leave(otherwise);
    } else {
      code.goto_(within.apply(loop));
    }
  }

  private void branches(Step.Branches whole) {
    Step.Branches branches = Chunks.shortened(whole);
    Label out = code.newLabel();
    for (Step.Branch branch : branches.branches()) {
      Label next = code.newLabel();
      values.jumpUnless(branch.condition(), next);
      body(branch.body());
      code.goto_(out).labelBinding(next);
    }
    body(branches.otherwise());
    code.labelBinding(out);
  }

  private void select(Step.Select whole) {
    Step.Select select = Chunks.shortened(whole);
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
      body(branch.body());
      code.goto_(out).labelBinding(next);
    }
    body(select.otherwise());
    code.labelBinding(out);
  }

  private void body(Step.Count count, Label again, Label out) {
    loops.push(new Loop(again, out));
    body(count.body());
    loops.pop();
  }

  private void loop(Step.Loop loop) {
    Label begin = code.newLabel();
    Label again = code.newLabel();
    Label out = code.newLabel();
    code.labelBinding(begin);
    loop.whileTrue().ifPresent(condition -> values.jumpUnless(condition, out));
    loops.push(new Loop(again, out));
    body(loop.body());
    loops.pop();
    code.labelBinding(again);
    rounds.one(loop.line());
    if (loop.until().isPresent()) {
      values.jumpUnless(loop.until().get(), begin);
    } else {
      code.goto_(begin);
    }
    code.labelBinding(out);
  }
}
