package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.tree.Statement;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.EnumType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Value;
import org.bumpless.plc.st.typed.Value.Constant;

/** Finds out what statements mean; each is looked at, whatever is wrong with others. */
final class StatementCheck {
  private final ExpressionCheck expressions;
  private final Problems problems;

  StatementCheck(ExpressionCheck expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /** The body of a unit. */
  List<Step> body(List<Statement> statements) {
    return steps(statements, false);
  }

  private List<Step> steps(List<Statement> statements, boolean inLoop) {
    List<Step> steps = new ArrayList<>();
    for (Statement statement : statements) {
      problems.tried(() -> step(statement, inLoop)).ifPresent(steps::add);
    }
    return steps;
  }

  private Step step(Statement statement, boolean inLoop) throws Slip {
    int line = statement.spot().line();
    return switch (statement) {
      case Statement.Assign assign -> assign(line, assign);
      case Statement.Call call ->
          new CallCheck(expressions).statement(call.callee(), call.arguments(), call.spot());
      case Statement.If choice -> branches(line, choice, inLoop);
      case Statement.Case choice -> select(line, choice, inLoop);
      case Statement.For loop -> count(line, loop);
      case Statement.While loop ->
          new Step.Loop(
              line,
              Optional.of(condition(loop.condition())),
              steps(loop.body(), true),
              Optional.empty());
      case Statement.Repeat loop -> {
        List<Step> body = steps(loop.body(), true);
        yield new Step.Loop(line, Optional.empty(), body, Optional.of(condition(loop.until())));
      }
      case Statement.Exit exit -> {
        requireLoop(inLoop, exit.spot());
        yield new Step.Exit(line);
      }
      case Statement.Continue again -> {
        requireLoop(inLoop, again.spot());
        yield new Step.Continue(line);
      }
      case Statement.Return _ -> new Step.Return(line);
    };
  }

  private static void requireLoop(boolean inLoop, Spot spot) throws Slip {
    if (!inLoop) {
      throw new Slip(spot, "there is no loop around it", "it belongs into FOR, WHILE or REPEAT");
    }
  }

  private Step assign(int line, Statement.Assign assign) throws Slip {
    Place target = expressions.target(assign.target());
    Fitting.requireCopyable(target.type(), assign.value().spot());
    return new Step.Store(line, target, expressions.value(assign.value(), target.type()));
  }

  private Value condition(Expression expression) throws Slip {
    return expressions.value(expression, Elementary.BOOL);
  }

  private Step branches(int line, Statement.If choice, boolean inLoop) {
    List<Step.Branch> branches = new ArrayList<>();
    for (Statement.Branch branch : choice.branches()) {
      Optional<Value> condition = problems.tried(() -> condition(branch.condition()));
      List<Step> body = steps(branch.body(), inLoop);
      condition.ifPresent(value -> branches.add(new Step.Branch(value, body)));
    }
    return new Step.Branches(line, branches, steps(choice.otherwise(), inLoop));
  }

  private Step select(int line, Statement.Case choice, boolean inLoop) throws Slip {
    Value selector = Fitting.usual(expressions.value(choice.selector()));
    Type type = selector.type();
    if (!type.integer() && !type.bits() && !(type.base() instanceof EnumType)) {
      throw new Slip(
          choice.selector().spot(), "CASE is not for " + type.name(), "expected a whole number");
    }
    List<Step.Labelled> branches = new ArrayList<>();
    for (Statement.CaseBranch branch : choice.branches()) {
      List<Step.Range> labels = new ArrayList<>();
      for (Statement.Label label : branch.labels()) {
        problems.tried(() -> range(label, type)).ifPresent(labels::add);
      }
      branches.add(new Step.Labelled(labels, steps(branch.body(), inLoop)));
    }
    return new Step.Select(line, selector, branches, steps(choice.otherwise(), inLoop));
  }

  private Step.Range range(Statement.Label label, Type type) throws Slip {
    long low = label(label.low(), type);
    long high = label.high().isPresent() ? label(label.high().get(), type) : low;
    if (high < low) {
      throw new Slip(label.low().spot(), "the range is empty", "expected the lower number first");
    }
    return new Step.Range(low, high);
  }

  private long label(Expression expression, Type type) throws Slip {
    if (expressions.value(expression, type.base()) instanceof Constant constant) {
      return constant.whole();
    }
    throw new Slip(expression.spot(), "a label is constant", "expected a constant");
  }

  private Step count(int line, Statement.For loop) throws Slip {
    Place counter = expressions.target(loop.counter());
    Type type = counter.type();
    if (!type.integer()) {
      throw new Slip(loop.counter().spot(), "FOR counts whole numbers", "expected for example INT");
    }
    Value from = expressions.value(loop.from(), type);
    Value to = expressions.value(loop.to(), type.base());
    Value by =
        loop.by().isPresent() ? step(loop.by().get()) : new Constant(Elementary.LINT, 1L, false);
    return new Step.Count(line, counter, from, to, by, steps(loop.body(), true));
  }

  /** A step may be negative though the counter is unsigned. */
  private Value step(Expression expression) throws Slip {
    Value by = expressions.value(expression);
    if (!by.type().integer()) {
      throw new Slip(expression.spot(), "BY is a whole number", "expected for example 2");
    }
    if (by instanceof Constant constant) {
      if (constant.whole() == 0) {
        throw new Slip(expression.spot(), "a step of 0 never ends", "expected another number");
      }
      return new Constant(Elementary.LINT, constant.value(), false);
    }
    return new Value.Conversion(Elementary.LINT, by, false);
  }
}
