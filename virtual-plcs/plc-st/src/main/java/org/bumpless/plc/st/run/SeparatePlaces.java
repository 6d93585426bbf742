package org.bumpless.plc.st.run;

import java.util.Arrays;

/**
 * A controller's memory in which each address is a place of its own, as OpenPLC has it: {@code
 * %MW0} and {@code %MD0} do not overlap. It grows with what is used, up to a limit for each area
 * and size.
 */
public final class SeparatePlaces implements ProcessMemory {
  private static final String AREAS = "IQM";
  private static final String SIZES = "XBWDL";
  private static final int BITS = 8;
  private static final int FIRST = 64;
  private static final int PLACES_MAX = 1 << 16;

  private final long[][] places = new long[AREAS.length() * SIZES.length()][0];

  @Override
  public long read(char area, char size, int index, int bit) {
    long[] all = places[kind(area, size)];
    int place = place(size, index, bit);
    return place < all.length ? all[place] : 0;
  }

  @Override
  public void write(char area, char size, int index, int bit, long value) {
    int kind = kind(area, size);
    int place = place(size, index, bit);
    if (place >= PLACES_MAX) {
      throw new IllegalArgumentException(
          "there is no %%%s%s%d: this controller ends at %d"
              .formatted(area, size, index, size == 'X' ? PLACES_MAX / BITS - 1 : PLACES_MAX - 1));
    }
    if (place >= places[kind].length) {
      places[kind] = Arrays.copyOf(places[kind], Math.max(FIRST, 2 * place + 1));
    }
    places[kind][place] = value;
  }

  private static int kind(char area, char size) {
    return AREAS.indexOf(area) * SIZES.length() + SIZES.indexOf(size);
  }

  private static int place(char size, int index, int bit) {
    return size == 'X' ? index * BITS + bit : index;
  }
}
