package org.bumpless.scenario.timing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the blocks of an arm again and again; all values are put in order once. */
final class Redraw {
  private final long[] values;
  private final int[] block;
  private final int[] lengths;

  Redraw(List<long[]> blocks) {
    lengths = blocks.stream().mapToInt(b -> b.length).toArray();
    List<Place> places =
        IntStream.range(0, blocks.size())
            .boxed()
            .flatMap(
                b ->
                    IntStream.range(0, blocks.get(b).length)
                        .mapToObj(i -> new Place(blocks.get(b)[i], b)))
            .sorted(Comparator.comparingLong(Place::value))
            .toList();
    values = places.stream().mapToLong(Place::value).toArray();
    block = places.stream().mapToInt(Place::block).toArray();
  }

  private record Place(long value, int block) {}

  /**
   * The value below which the fraction {@code q} lies when blocks are drawn so often; nearest rank.
   *
   * @param times for each block how often it was drawn
   */
  long at(int[] times, double q) {
    int count = IntStream.range(0, lengths.length).map(b -> times[b] * lengths[b]).sum();
    int above = count - Math.clamp((int) Math.ceil(q * count), 1, count);
    int place = values.length - 1;
    for (int passed = times[block[place]]; passed <= above; passed += times[block[place]]) {
      place--;
    }
    return values[place];
  }
}
