package org.bumpless.plc.st.run;

import java.util.Arrays;

/** Arrays and structures are values: an assignment copies them. */
public final class Copies {
  private Copies() {}

  /** A structure; compiled programs implement it. */
  public interface Copied {
    /** Takes on what another of the same class is. */
    void copyFrom(Object other);
  }

  public static void copy(int[] to, int[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  public static void copy(long[] to, long[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  public static void copy(float[] to, float[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  public static void copy(double[] to, double[] from) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  public static void fill(int[] array, int value) {
    Arrays.fill(array, value);
  }

  public static void fill(long[] array, long value) {
    Arrays.fill(array, value);
  }

  public static void fill(float[] array, float value) {
    Arrays.fill(array, value);
  }

  public static void fill(double[] array, double value) {
    Arrays.fill(array, value);
  }

  /** Of strings, structures or arrays. */
  public static void copy(Object[] to, Object[] from) {
    for (int i = 0; i < to.length; i++) {
      switch (to[i]) {
        case Copied struct -> struct.copyFrom(from[i]);
        case int[] inner -> copy(inner, (int[]) from[i]);
        case long[] inner -> copy(inner, (long[]) from[i]);
        case float[] inner -> copy(inner, (float[]) from[i]);
        case double[] inner -> copy(inner, (double[]) from[i]);
        case Object[] inner -> copy(inner, (Object[]) from[i]);
        default -> to[i] = from[i];
      }
    }
  }
}
