package org.bumpless.plc.st.tree;

import java.util.List;
import java.util.Optional;

/** What a program does (7.3.3). */
public sealed interface Statement {
  Spot spot();

  /** Sets a variable. */
  record Assign(Spot spot, Expression.Path target, Expression value) implements Statement {}

  /** Calls a function block, or a function whose result nobody wants. */
  record Call(Spot spot, Expression.Path callee, List<Expression.Argument> arguments)
      implements Statement {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** The first branch whose condition is true. */
  record If(Spot spot, List<Branch> branches, List<Statement> otherwise) implements Statement {
    public If {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** A branch of {@link If}. */
  record Branch(Expression condition, List<Statement> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /** The branch with a label that holds the value. */
  record Case(Spot spot, Expression selector, List<CaseBranch> branches, List<Statement> otherwise)
      implements Statement {
    public Case {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** A branch of {@link Case}. */
  record CaseBranch(List<Label> labels, List<Statement> body) {
    public CaseBranch {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }
  }

  /**
   * A value, or a range of values.
   *
   * @param high empty for a single value
   */
  record Label(Expression low, Optional<Expression> high) {}

  /** Counts. */
  record For(
      Spot spot,
      Expression.Path counter,
      Expression from,
      Expression to,
      Optional<Expression> by,
      List<Statement> body)
      implements Statement {
    public For {
      body = List.copyOf(body);
    }
  }

  /** As long as the condition is true. */
  record While(Spot spot, Expression condition, List<Statement> body) implements Statement {
    public While {
      body = List.copyOf(body);
    }
  }

  /** Once, and again until the condition is true. */
  record Repeat(Spot spot, List<Statement> body, Expression until) implements Statement {
    public Repeat {
      body = List.copyOf(body);
    }
  }

  /** Leaves the innermost loop. */
  record Exit(Spot spot) implements Statement {}

  /** Begins the next round of the innermost loop. */
  record Continue(Spot spot) implements Statement {}

  /** Leaves the unit. */
  record Return(Spot spot) implements Statement {}
}
