package org.bumpless.plc.st.typed;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Type;

/** Something that has a value. */
public sealed interface Value {
  Type type();

  /**
   * A number, a bit, a time, or a text.
   *
   * @param value a {@code Long} (the bits of an unsigned number of 64 bits), a {@code Double} or a
   *     {@code String}
   * @param loose whether it takes on whatever type is wanted, for it was written without one
   */
  record Constant(Type type, Object value, boolean loose) implements Value {
    public long whole() {
      return value instanceof Long number ? number : 0;
    }

    public double real() {
      return value instanceof Number number ? number.doubleValue() : 0;
    }
  }

  /** What a variable holds. */
  record Read(Place place) implements Value {
    @Override
    public Type type() {
      return place.type();
    }
  }

  /** Two values of one type make a third. */
  record Calculation(Operator operator, Type type, Value left, Value right, int line)
      implements Value {}

  /** Two values of one type are compared. */
  record Comparison(Operator operator, Value left, Value right) implements Value {
    @Override
    public Type type() {
      return Elementary.BOOL;
    }
  }

  /** The same with another sign. */
  record Negation(Value value) implements Value {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /** All bits turned round. */
  record Complement(Value value) implements Value {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /**
   * The same as another type.
   *
   * @param truncates whether the places behind the point are dropped instead of rounded
   */
  record Conversion(Type type, Value value, boolean truncates) implements Value {}

  /** One of two values. */
  record Choice(Type type, Value condition, Value yes, Value no) implements Value {}

  /** A function of the standard library, by the name of the method that does it. */
  record Library(Type type, String method, List<Value> arguments, int line) implements Value {
    public Library {
      arguments = List.copyOf(arguments);
    }
  }

  /** When the scan began, nanoseconds. */
  record Now() implements Value {
    @Override
    public Type type() {
      return Elementary.TIME;
    }
  }

  /**
   * A value that is worked out only if EN is true; else it is zero, false or empty.
   *
   * @param done ENO
   */
  record Enabled(Value value, Value condition, Optional<Place> done) implements Value {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /**
   * A function that the program declares.
   *
   * @param type of its result; BOOL, which nobody reads, if it has none
   * @param gives whether it has a result
   */
  record Function(String function, Type type, boolean gives, Transfer transfer) implements Value {}

  /**
   * What goes in and comes out of a call.
   *
   * @param enabled EN: nothing happens if it is false
   * @param done ENO
   */
  record Transfer(
      List<Input> inputs, List<Output> outputs, Optional<Value> enabled, Optional<Place> done) {
    public Transfer {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * A value for an input.
   *
   * @param lent whether it is a variable that is lent (VAR_IN_OUT); else the input is a copy
   */
  record Input(String name, Type type, Value value, boolean lent) {}

  /** An output, or a variable that was lent, that goes back into a variable. */
  record Output(String name, Type type, Place target, Value converted) {}
}
