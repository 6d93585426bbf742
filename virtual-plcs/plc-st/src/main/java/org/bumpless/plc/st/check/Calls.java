package org.bumpless.plc.st.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Value;

/** The functions that a body calls. */
final class Calls {
  private final Set<String> names = new HashSet<>();

  private Calls() {}

  static Set<String> of(List<Step> body) {
    Calls calls = new Calls();
    calls.steps(body);
    return calls.names;
  }

  private void steps(List<Step> steps) {
    steps.forEach(this::step);
  }

  private void step(Step step) {
    switch (step) {
      case Step.Store(_, var target, var value) -> {
        place(target);
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
        place(counter);
        List.of(from, to, by).forEach(this::value);
        steps(body);
      }
      case Step.Loop(_, var whileTrue, var body, var until) -> {
        whileTrue.ifPresent(this::value);
        until.ifPresent(this::value);
        steps(body);
      }
      case Step.Exit _, Step.Continue _, Step.Return _ -> {}
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
        done.ifPresent(this::place);
      }
      case Value.Function function -> {
        names.add(function.function());
        transfer(function.transfer());
      }
    }
  }

  private void transfer(Value.Transfer transfer) {
    transfer.inputs().forEach(input -> value(input.value()));
    transfer.outputs().forEach(output -> place(output.target()));
    transfer.enabled().ifPresent(this::value);
    Optional<Place> done = transfer.done();
    done.ifPresent(this::place);
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
