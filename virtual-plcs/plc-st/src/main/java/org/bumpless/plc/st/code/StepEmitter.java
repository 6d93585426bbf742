package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bumpless.plc.st.typed.Step;

/** Carries out what a unit does. */
final class StepEmitter {
  private final CodeBuilder code;
  private final ValueEmitter values;
  private final Deque<Loop> loops = new ArrayDeque<>();
  private final Rounds rounds;
  private final Label end;

  /** Where a loop goes on, and where it ends. */
  private record Loop(Label again, Label out) {}

  /**
   * @param end of the unit
   */
  StepEmitter(CodeBuilder code, ValueEmitter values, Label end) {
    this.code = code;
    this.values = values;
    this.rounds = new Rounds(code, values.places());
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
      case Step.Count count ->
          new CountEmitter(code, values, rounds)
              .count(count, (again, out) -> body(count, again, out));
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

  private void body(Step.Count count, Label again, Label out) {
    loops.push(new Loop(again, out));
    steps(count.body());
    loops.pop();
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
    rounds.one(loop.line());
    if (loop.until().isPresent()) {
      values.jumpUnless(loop.until().get(), begin);
    } else {
      code.goto_(begin);
    }
    code.labelBinding(out);
  }
}
