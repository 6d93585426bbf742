package org.bumpless.plc.st.typed;

import java.util.List;

/** Comes past everything that steps are made of, in no particular order. */
public abstract class Traversal {
  /** A function that the program declares is called. */
  protected void called(String function) {}

  /** Something goes into a place. */
  protected void written(Place place) {}

  /** What is carried out next does not stand next: EXIT, CONTINUE or RETURN. */
  protected void left(Step step) {}

  protected final void steps(List<Step> steps) {
    steps.forEach(this::step);
  }

  private void step(Step step) {
    switch (step) {
      case Step.Store(_, var target, var value) -> {
        into(target);
        value(value);
      }
      case Step.Execute(_, var instance, _, var transfer) -> {
        place(instance);
        transfer(transfer);
      }
      case Step.Evaluate(_, var value) -> value(value);
      case Step.Branches(_, var branches, var otherwise) -> {
        branches.forEach(
            branch -> {
              value(branch.condition());
              steps(branch.body());
            });
        steps(otherwise);
      }
      case Step.Select(_, var selector, var branches, var otherwise) -> {
        value(selector);
        branches.forEach(branch -> steps(branch.body()));
        steps(otherwise);
      }
      case Step.Count(_, var counter, var from, var to, var by, var body) -> {
        into(counter);
        List.of(from, to, by).forEach(this::value);
        steps(body);
      }
      case Step.Loop(_, var whileTrue, var body, var until) -> {
        whileTrue.ifPresent(this::value);
        until.ifPresent(this::value);
        steps(body);
      }
      case Step.Exit _, Step.Continue _, Step.Return _ -> left(step);
    }
  }

  private void value(Value value) {
    switch (value) {
      case Value.Constant _, Value.Now _ -> {}
      case Value.Read(var place) -> place(place);
      case Value.Calculation calculation -> {
        value(calculation.left());
        value(calculation.right());
      }
      case Value.Comparison(_, var left, var right) -> {
        value(left);
        value(right);
      }
      case Value.Negation(var inner) -> value(inner);
      case Value.Complement(var inner) -> value(inner);
      case Value.Conversion(_, var inner, _) -> value(inner);
      case Value.Choice(_, var condition, var yes, var no) ->
          List.of(condition, yes, no).forEach(this::value);
      case Value.Library library -> library.arguments().forEach(this::value);
      case Value.Enabled(var inner, var condition, var done) -> {
        value(inner);
        value(condition);
        done.ifPresent(this::into);
      }
      case Value.Function function -> {
        called(function.function());
        transfer(function.transfer());
      }
    }
  }

  private void transfer(Value.Transfer transfer) {
    transfer.inputs().forEach(input -> value(input.value()));
    transfer.outputs().forEach(output -> into(output.target()));
    transfer.enabled().ifPresent(this::value);
    transfer.done().ifPresent(this::into);
  }

  private void into(Place place) {
    written(place);
    place(place);
  }

  private void place(Place place) {
    switch (place) {
      case Place.Variable _, Place.Direct _ -> {}
      case Place.Member(var owner, _, _) -> place(owner);
      case Place.Element element -> {
        place(element.array());
        element.indexes().forEach(this::value);
      }
      case Place.Part(var whole, _, _) -> place(whole);
    }
  }
}
