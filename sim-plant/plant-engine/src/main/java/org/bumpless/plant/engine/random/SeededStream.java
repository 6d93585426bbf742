package org.bumpless.plant.engine.random;

import java.util.random.RandomGenerator;

/**
 * The random numbers of one piece of equipment: SplitMix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, 2014). The JDK's own {@link java.util.SplittableRandom} hides its
 * state, which a snapshot needs.
 */
public final class SeededStream implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** The stream of a name under a run's seed. */
  public SeededStream(long seed, String name) {
    state = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      state = mix(state + name.charAt(i) + GOLDEN_GAMMA);
    }
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Where the stream is, for a snapshot. */
  public long state() {
    return state;
  }

  /** Goes back to where the stream was. */
  public void restore(long earlier) {
    state = earlier;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
