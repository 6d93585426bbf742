package org.bumpless.plant.fmi;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.fmi.Variable.Kind;

/**
 * The variables of one kind among several, which go over in one call; their values stand in an
 * array of all of them.
 */
final class Exchange {
  private final Kind kind;
  private final int[] places;
  private final MemorySegment references;
  private final MemorySegment values;

  /**
   * @param all of which those of the kind are meant
   */
  Exchange(Kind kind, List<Variable> all, Arena memory) {
    this.kind = kind;
    places = IntStream.range(0, all.size()).filter(i -> all.get(i).kind() == kind).toArray();
    references = memory.allocate(JAVA_INT, places.length);
    values = memory.allocate(kind == Kind.REAL ? JAVA_DOUBLE : JAVA_INT, places.length);
    for (int i = 0; i < places.length; i++) {
      references.setAtIndex(JAVA_INT, i, all.get(places[i]).reference());
    }
  }

  Kind kind() {
    return kind;
  }

  int count() {
    return places.length;
  }

  MemorySegment references() {
    return references;
  }

  MemorySegment values() {
    return values;
  }

  /** Puts values where the FMU will read them. */
  void put(double[] from, int offset) {
    for (int i = 0; i < places.length; i++) {
      double value = from[offset + places[i]];
      if (kind == Kind.REAL) {
        values.setAtIndex(JAVA_DOUBLE, i, value);
      } else {
        values.setAtIndex(JAVA_INT, i, (int) value);
      }
    }
  }

  /** Takes the values that the FMU has written. */
  void take(double[] to, int offset) {
    for (int i = 0; i < places.length; i++) {
      to[offset + places[i]] =
          kind == Kind.REAL ? values.getAtIndex(JAVA_DOUBLE, i) : values.getAtIndex(JAVA_INT, i);
    }
  }
}
