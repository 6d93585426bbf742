package org.bumpless.plc.st.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Place;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.Value;

/** Counts: FOR. */
final class CountEmitter {
  private final CodeBuilder code;
  private final ValueEmitter values;
  private final Rounds rounds;

  private final Label begin;
  private final Label again;
  private final Label out;

  CountEmitter(CodeBuilder code, ValueEmitter values, Rounds rounds) {
    this.code = code;
    this.values = values;
    this.rounds = rounds;
    this.begin = code.newLabel();
    this.again = code.newLabel();
    this.out = code.newLabel();
  }

  /** What is known of a loop before it begins. */
  private record Known(int from, int to, int by, int rounds) {}

  /**
   * @param body puts out what is done in each round, with the places where it goes on and ends
   */
  void count(Step.Count count, BiConsumer<Label, Label> body) {
    Optional<Known> known = inAdvance(count);
    if (known.isPresent()) {
      counted(count, known.get(), body);
    } else {
      any(count, body);
    }
  }

  /**
   * The JVM turns a loop into plain machine code if it sees its numbers and nothing else in it
   * touches them.
   */
  private Optional<Known> inAdvance(Step.Count count) {
    if (!(count.from() instanceof Value.Constant from
        && count.to() instanceof Value.Constant to
        && count.by() instanceof Value.Constant by
        && count.counter() instanceof Place.Variable counter)) {
      return Optional.empty();
    }
    Steadiness steadiness = Steadiness.of(count.body());
    if (!values.places().own(counter)
        || !steadiness.keeps(counter.name())
        || !steadiness.goesThrough()) {
      return Optional.empty();
    }
    return inAdvance(from.whole(), to.whole(), by.whole());
  }

  private static Optional<Known> inAdvance(long from, long to, long by) {
    if (!small(from) || !small(to) || !small(by) || by == 0) {
      return Optional.empty();
    }
    long rounds = Math.max(0, (to - from) / by + 1);
    return by > 0 == to >= from && small(rounds) && small(to + by)
        ? Optional.of(new Known((int) from, (int) to, (int) by, (int) rounds))
        : Optional.empty();
  }

  private static boolean small(long value) {
    return value == (int) value;
  }

  private void counted(Step.Count count, Known known, BiConsumer<Label, Label> body) {
    int at = code.allocateLocal(TypeKind.INT);
    rounds.all(known.rounds(), count.line());
    code.loadConstant(known.from()).istore(at);
    code.labelBinding(begin);
    set(count, () -> code.iload(at).i2l());
    code.iload(at).loadConstant(known.to());
    if (known.by() > 0) {
      code.if_icmpgt(out);
    } else {
      code.if_icmplt(out);
    }
    body.accept(again, out);
    code.labelBinding(again);
    code.iload(at).loadConstant(known.by()).iadd().istore(at).goto_(begin).labelBinding(out);
  }

  private void set(Step.Count count, Runnable number) {
    Type type = count.counter().type();
    values
        .places()
        .store(
            count.counter(),
            () -> {
              number.run();
              values.numbers().fromLong(type);
            });
  }

  /** Counts in 64 bits, so that the last round of a counter at the end of its range is the last. */
  private void any(Step.Count count, BiConsumer<Label, Label> body) {
    int at = whole(count.from());
    int to = whole(count.to());
    int by = whole(count.by());
    code.labelBinding(begin);
    set(count, () -> code.lload(at));
    beyond(count.by(), at, to, by);
    body.accept(again, out);
    code.labelBinding(again);
    rounds.one(count.line());
    values.places().load(count.counter());
    values.numbers().toLong(count.counter().type());
    code.lload(by).ladd().lstore(at).goto_(begin).labelBinding(out);
  }

  /** The local variable that holds a value. */
  private int whole(Value value) {
    int local = code.allocateLocal(TypeKind.LONG);
    values.push(value);
    values.numbers().toLong(value.type());
    code.lstore(local);
    return local;
  }

  private void beyond(Value step, int at, int to, int by) {
    if (step instanceof Value.Constant constant) {
      code.lload(at).lload(to).lcmp();
      if (constant.whole() > 0) {
        code.ifgt(out);
      } else {
        code.iflt(out);
      }
      return;
    }
    Label down = code.newLabel();
    Label go = code.newLabel();
    code.lload(by).lconst_0().lcmp().iflt(down);
    code.lload(at).lload(to).lcmp().ifgt(out).goto_(go);
    code.labelBinding(down).lload(at).lload(to).lcmp().iflt(out).labelBinding(go);
  }
}
