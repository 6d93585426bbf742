package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Optional;

/** Something that has a value (7.3.2). */
public sealed interface Expression {
  Spot spot();

  /**
   * A constant (6.3).
   *
   * @param type written before it, for example {@code INT} of {@code INT#5}
   * @param text without the type
   */
  record Literal(Spot spot, Kind kind, Optional<String> type, String text) implements Expression {
    /** How it is written. */
    public enum Kind {
      INTEGER,
      REAL,
      BOOL,
      STRING,
      WSTRING,
      DURATION,
      DATE,
      TIME_OF_DAY,
      DATE_AND_TIME,
      /** A value of the enumeration that is written before it. */
      NAME
    }
  }

  /**
   * A variable, or a part of one.
   *
   * @param root its name, or an address such as {@code %IW3}
   */
  record Path(Spot spot, String root, List<Selector> selectors) implements Expression {
    public Path {
      selectors = List.copyOf(selectors);
    }

    public boolean direct() {
      return root.startsWith("%");
    }
  }

  /** Which part. */
  sealed interface Selector {
    Spot spot();

    /** An element of an array. */
    record Index(Spot spot, List<Expression> indexes) implements Selector {
      public Index {
        indexes = List.copyOf(indexes);
      }
    }

    /** A field of a structure, or an input or output of a function block. */
    record Member(Spot spot, String name) implements Selector {}

    /**
     * A part of a bit string.
     *
     * @param size {@code X}, {@code B}, {@code W} or {@code D}
     */
    record Part(Spot spot, char size, int number) implements Selector {}
  }

  /** A call of a function. */
  record Invocation(Spot spot, Path callee, List<Argument> arguments) implements Expression {
    public Invocation {
      arguments = List.copyOf(arguments);
    }
  }

  /** Minus, plus or not. */
  record Unary(Spot spot, String operator, Expression operand) implements Expression {}

  /** An operator between two values. */
  record Binary(Spot spot, String operator, Expression left, Expression right)
      implements Expression {}

  /** What is handed over in a call. */
  sealed interface Argument {
    Spot spot();

    /** To an input of that name. */
    record Into(Spot spot, String name, Expression value) implements Argument {}

    /** From an output of that name. */
    record Out(Spot spot, String name, boolean negated, Path target) implements Argument {}

    /** To the next input. */
    record Positional(Spot spot, Expression value) implements Argument {}
  }
}
