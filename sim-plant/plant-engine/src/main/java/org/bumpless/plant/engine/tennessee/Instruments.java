package org.bumpless.plant.engine.tennessee;

import java.nio.ByteBuffer;
import org.bumpless.plant.engine.random.SeededStream;

/**
 * What the 41 instruments show: 22 at once and with noise, 19 through analysers, which take a
 * sample, work on it for a period and show it, with noise, when they take the next.
 *
 * <p>Noise is the sum of twelve uniform numbers less 6 (as in the publication's program), which is
 * nearly normal and needs no function that machines round differently.
 */
final class Instruments {
  private static final long GAS_PERIOD_NANOS = 360_000_000_000L;
  private static final long PRODUCT_PERIOD_NANOS = 900_000_000_000L;
  private static final int GAS_END = Measurement.CONTINUOUS + Measurement.GAS_ANALYSES;
  private static final double UNIFORM_SCALE = 0x1p-16;

  private final double[] shown = new double[Measurement.COUNT];
  private final double[] sample = new double[shown.length];
  private final double[] deviation;
  private final boolean noisy;
  private final SeededStream random;
  private long gasNanos = GAS_PERIOD_NANOS;
  private long productNanos = PRODUCT_PERIOD_NANOS;

  /**
   * Instruments that show the beginning exactly.
   *
   * @param noise by what each deviation is multiplied
   */
  Instruments(double[] truth, double noise, SeededStream random) {
    this.random = random;
    noisy = noise > 0;
    deviation = Measurement.ALL.stream().mapToDouble(m -> m.deviation() * noise).toArray();
    System.arraycopy(truth, 0, shown, 0, shown.length);
    System.arraycopy(truth, 0, sample, 0, sample.length);
  }

  double shown(int measurement) {
    return shown[measurement];
  }

  /** Reads those that show at once. */
  void read(double[] truth) {
    for (int i = 0; i < Measurement.CONTINUOUS; i++) {
      shown[i] = truth[i] + noise(i);
    }
  }

  /** Lets the analysers show and sample when it is time. */
  void analyse(double[] truth, long nanos) {
    while (nanos >= gasNanos) {
      analyse(truth, Measurement.CONTINUOUS, GAS_END);
      gasNanos += GAS_PERIOD_NANOS;
    }
    while (nanos >= productNanos) {
      analyse(truth, GAS_END, shown.length);
      productNanos += PRODUCT_PERIOD_NANOS;
    }
  }

  private void analyse(double[] truth, int first, int end) {
    for (int i = first; i < end; i++) {
      shown[i] = sample[i] + noise(i);
      sample[i] = truth[i];
    }
  }

  private double noise(int measurement) {
    return noisy ? (uniforms() + uniforms() + uniforms() - 6) * deviation[measurement] : 0;
  }

  /** The sum of four numbers from 0 to 1, each of 16 bits of one draw. */
  private double uniforms() {
    long bits = random.nextLong();
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return (sum + 2) * UNIFORM_SCALE;
  }

  void save(ByteBuffer into) {
    for (int i = 0; i < shown.length; i++) {
      into.putDouble(shown[i]).putDouble(sample[i]);
    }
    into.putLong(gasNanos).putLong(productNanos).putLong(random.state());
  }

  void load(ByteBuffer from) {
    for (int i = 0; i < shown.length; i++) {
      shown[i] = from.getDouble();
      sample[i] = from.getDouble();
    }
    gasNanos = from.getLong();
    productNanos = from.getLong();
    random.restore(from.getLong());
  }
}
