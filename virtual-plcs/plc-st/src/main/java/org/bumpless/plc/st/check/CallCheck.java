package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Expression.Argument;
import org.bumpless.plc.st.tree.Expression.Path;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.BlockType;
import org.bumpless.plc.st.type.Carrier;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.TextType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;

/** What is handed over in a call, and what comes back (6.6.1.4). */
final class CallCheck {
  private static final String EN = "EN";
  private static final String ENO = "ENO";

  private final ExpressionCheck expressions;

  CallCheck(ExpressionCheck expressions) {
    this.expressions = expressions;
  }

  /**
   * A call in an expression.
   *
   * @param wanted the type that its result is to be of, if that is known
   */
  Value function(Expression.Invocation call, Optional<Type> wanted) throws Slip {
    Path callee = call.callee();
    if (!callee.selectors().isEmpty() || callee.direct()) {
      throw new Slip(call.spot(), "this is no function", "call a function block as a statement");
    }
    Optional<Units.Head> head = expressions.units().function(callee.root());
    if (head.isPresent()) {
      return declared(head.get(), call);
    }
    if (expressions.scope().slot(callee.root()).isPresent()) {
      throw new Slip(
          call.spot(),
          callee.root() + " is no function",
          "a function block is called as a statement; read its outputs with a point");
    }
    return standard(call, wanted);
  }

  private Value declared(Units.Head head, Expression.Invocation call) throws Slip {
    Type type =
        head.result()
            .orElseThrow(
                () ->
                    new Slip(
                        call.spot(), head.name() + " has no result", "call it as a statement"));
    return new Value.Function(
        head.name(), type, true, transfer(head, call.arguments(), call.spot()));
  }

  private Value standard(Expression.Invocation call, Optional<Type> wanted) throws Slip {
    String name = TypeTable.upper(call.callee().root());
    Optional<Type> inner = StandardFunctions.inner(name, wanted);
    Optional<Value> enabled = Optional.empty();
    Optional<Place> done = Optional.empty();
    List<StandardFunctions.Given> given = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      switch (argument) {
        case Argument.Into into when into.name().equalsIgnoreCase(EN) ->
            enabled = Optional.of(expressions.value(into.value(), Elementary.BOOL));
        case Argument.Into into ->
            given.add(
                new StandardFunctions.Given(
                    TypeTable.upper(into.name()),
                    expressions.value(into.value(), inner),
                    into.spot()));
        case Argument.Positional positional ->
            given.add(
                new StandardFunctions.Given(
                    "", expressions.value(positional.value(), inner), positional.spot()));
        case Argument.Out out when out.name().equalsIgnoreCase(ENO) ->
            done = Optional.of(expressions.target(out.target()));
        case Argument.Out out ->
            throw new Slip(out.spot(), "there is no output " + out.name(), "expected ENO");
      }
    }
    Value value = StandardFunctions.call(name, given, wanted, call.spot());
    if (enabled.isEmpty() && done.isEmpty()) {
      return value;
    }
    Value condition = enabled.orElse(new Value.Constant(Elementary.BOOL, 1L, false));
    boolean number = wanted.isPresent() && wanted.get().number() && value.type().number();
    boolean loose = value instanceof Value.Constant constant && constant.loose();
    Value firm =
        number && loose
            ? Fitting.into(wanted.get().base(), value, call.spot())
            : Fitting.usual(value);
    return new Value.Enabled(firm, condition, done);
  }

  /** A call as a statement. */
  Step statement(Path callee, List<Argument> arguments, Spot spot) throws Slip {
    boolean variable = expressions.scope().slot(callee.root()).isPresent();
    if (!variable && callee.selectors().isEmpty()) {
      Optional<Units.Head> head = expressions.units().function(callee.root());
      if (head.isPresent()) {
        Units.Head function = head.get();
        return new Step.Evaluate(
            spot.line(),
            new Value.Function(
                function.name(),
                function.result().orElse(Elementary.BOOL),
                function.result().isPresent(),
                transfer(function, arguments, spot)));
      }
      return new Step.Evaluate(
          spot.line(),
          function(new Expression.Invocation(spot, callee, arguments), Optional.empty()));
    }
    Place instance = expressions.place(callee);
    if (!(instance.type() instanceof BlockType block)) {
      throw new Slip(spot, instance.type().name() + " cannot be called", "call a function block");
    }
    Units.Head head =
        expressions
            .units()
            .head(block.name())
            .orElseThrow(() -> new IllegalStateException("no head of " + block.name()));
    return new Step.Execute(spot.line(), instance, block, transfer(head, arguments, spot));
  }

  private Value.Transfer transfer(Units.Head head, List<Argument> arguments, Spot spot)
      throws Slip {
    List<Slot> inputs =
        head.slots().values().stream()
            .filter(slot -> input(slot.role()) || slot.role() == Role.IN_OUT)
            .toList();
    Map<String, Value.Input> in = new LinkedHashMap<>();
    List<Value.Output> out = new ArrayList<>();
    Optional<Value> enabled = Optional.empty();
    Optional<Place> done = Optional.empty();
    int next = 0;
    for (Argument argument : arguments) {
      switch (argument) {
        case Argument.Into into when own(head, into.name(), EN) ->
            enabled = Optional.of(expressions.value(into.value(), Elementary.BOOL));
        case Argument.Into into ->
            given(slot(head, into.name(), into.spot()), into.value(), in, out);
        case Argument.Positional positional -> {
          if (next >= inputs.size()) {
            throw new Slip(
                positional.spot(),
                head.name() + " has " + inputs.size() + " inputs",
                "take this one out");
          }
          given(inputs.get(next++), positional.value(), in, out);
        }
        case Argument.Out output when own(head, output.name(), ENO) ->
            done = Optional.of(expressions.target(output.target()));
        case Argument.Out output -> out.add(taken(head, output));
      }
    }
    requireLent(inputs, in, spot);
    return new Value.Transfer(List.copyOf(in.values()), out, enabled, done);
  }

  /** EN and ENO are there without being declared. */
  private static boolean own(Units.Head head, String name, String word) {
    return name.equalsIgnoreCase(word) && !head.slots().containsKey(word);
  }

  private static boolean input(Role role) {
    return role == Role.INPUT || role == Role.RISING_INPUT || role == Role.FALLING_INPUT;
  }

  private static Slot slot(Units.Head head, String name, Spot spot) throws Slip {
    Slot slot = head.slots().get(TypeTable.upper(name));
    if (slot == null || !(input(slot.role()) || slot.role() == Role.IN_OUT)) {
      throw new Slip(
          spot,
          head.name() + " has no input " + name,
          "expected one of "
              + head.slots().values().stream()
                  .filter(its -> input(its.role()) || its.role() == Role.IN_OUT)
                  .map(Slot::name)
                  .toList());
    }
    return slot;
  }

  private void given(
      Slot slot, Expression expression, Map<String, Value.Input> in, List<Value.Output> out)
      throws Slip {
    Value value = expressions.value(expression, slot.type());
    boolean lent = slot.role() == Role.IN_OUT;
    if (!lent && !(slot.type() instanceof BlockType)) {
      Fitting.requireCopyable(slot.type(), expression.spot());
    }
    if (in.put(slot.name(), new Value.Input(slot.name(), slot.type(), value, lent)) != null) {
      throw new Slip(expression.spot(), slot.name() + " a second time", "hand it over once");
    }
    if (!lent) {
      return;
    }
    if (!(expression instanceof Path path) || !Fitting.same(value.type(), slot.type())) {
      throw new Slip(
          expression.spot(),
          slot.name() + " is VAR_IN_OUT and takes a variable",
          "expected a variable of type " + slot.type().name());
    }
    if (slot.type().carrier() != Carrier.OBJECT || slot.type() instanceof TextType) {
      Place variable = expressions.target(path);
      out.add(back(slot, variable));
    }
  }

  /** What a lent variable has become. */
  private static Value.Output back(Slot slot, Place lent) {
    return new Value.Output(
        slot.name(),
        slot.type(),
        lent,
        new Value.Read(new Place.Variable(false, slot.name(), slot.type())));
  }

  private Value.Output taken(Units.Head head, Argument.Out output) throws Slip {
    Slot slot = head.slots().get(TypeTable.upper(output.name()));
    if (slot == null || slot.role() != Role.OUTPUT) {
      throw new Slip(
          output.spot(),
          head.name() + " has no output " + output.name(),
          "expected one of "
              + head.slots().values().stream()
                  .filter(its -> its.role() == Role.OUTPUT)
                  .map(Slot::name)
                  .toList());
    }
    Place target = expressions.target(output.target());
    Fitting.requireCopyable(slot.type(), output.spot());
    Value read = new Value.Read(new Place.Variable(false, slot.name(), slot.type()));
    Value value = output.negated() ? Operations.complement(read, output.spot()) : read;
    return new Value.Output(
        slot.name(), slot.type(), target, Fitting.into(target.type(), value, output.spot()));
  }

  private static void requireLent(List<Slot> inputs, Map<String, Value.Input> in, Spot spot)
      throws Slip {
    for (Slot slot : inputs) {
      if (slot.role() == Role.IN_OUT && !in.containsKey(slot.name())) {
        throw new Slip(
            spot, slot.name() + " is VAR_IN_OUT and gets nothing", "hand a variable over to it");
      }
    }
  }
}
