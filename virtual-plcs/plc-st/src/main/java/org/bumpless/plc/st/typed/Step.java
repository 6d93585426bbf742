package org.bumpless.plc.st.typed;

import java.util.List;
import java.util.Optional;
import org.bumpless.plc.st.type.BlockType;

/** What is done. */
public sealed interface Step {
  int line();

  /** A value goes into a variable; it is of the variable's type. */
  record Store(int line, Place target, Value value) implements Step {}

  /** A function block is executed. */
  record Execute(int line, Place instance, BlockType block, Value.Transfer transfer)
      implements Step {}

  /** A function is called for what else it does. */
  record Evaluate(int line, Value value) implements Step {}

  /** The first branch whose condition is true. */
  record Branches(int line, List<Branch> branches, List<Step> otherwise) implements Step {
    public Branches {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** One branch. */
  record Branch(Value condition, List<Step> body) {
    public Branch {
      body = List.copyOf(body);
    }
  }

  /** The branch whose labels hold the value. */
  record Select(int line, Value selector, List<Labelled> branches, List<Step> otherwise)
      implements Step {
    public Select {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** One branch with its labels. */
  record Labelled(List<Range> labels, List<Step> body) {
    public Labelled {
      labels = List.copyOf(labels);
      body = List.copyOf(body);
    }
  }

  /** Whole numbers, both ends included. */
  record Range(long low, long high) {}

  /** Counts from a number to another. */
  record Count(int line, Place counter, Value from, Value to, Value by, List<Step> body)
      implements Step {
    public Count {
      body = List.copyOf(body);
    }
  }

  /**
   * Goes round.
   *
   * @param whileTrue looked at before each round
   * @param until looked at after each round
   */
  record Loop(int line, Optional<Value> whileTrue, List<Step> body, Optional<Value> until)
      implements Step {
    public Loop {
      body = List.copyOf(body);
    }
  }

  /** Leaves the innermost loop. */
  record Exit(int line) implements Step {}

  /** Begins the next round of the innermost loop. */
  record Continue(int line) implements Step {}

  /** Leaves the unit. */
  record Return(int line) implements Step {}
}
