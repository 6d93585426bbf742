package org.bumpless.plc.st.run;

/**
 * What compiled programs call: the numerical functions of the standard (tables 28 to 33), and how
 * numbers and times become others.
 */
public final class Library {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400L * SECOND;

  private Library() {}

  public static int abs(int value) {
    return Math.abs(value);
  }

  public static long abs(long value) {
    return Math.abs(value);
  }

  public static float abs(float value) {
    return Math.abs(value);
  }

  public static double abs(double value) {
    return Math.abs(value);
  }

  public static int max(int a, int b) {
    return Math.max(a, b);
  }

  public static long max(long a, long b) {
    return Math.max(a, b);
  }

  public static float max(float a, float b) {
    return Math.max(a, b);
  }

  public static double max(double a, double b) {
    return Math.max(a, b);
  }

  public static int min(int a, int b) {
    return Math.min(a, b);
  }

  public static long min(long a, long b) {
    return Math.min(a, b);
  }

  public static float min(float a, float b) {
    return Math.min(a, b);
  }

  public static double min(double a, double b) {
    return Math.min(a, b);
  }

  public static long maxUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? a : b;
  }

  public static long minUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) <= 0 ? a : b;
  }

  public static String max(String a, String b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  public static String min(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  public static double sqrt(double value) {
    return Math.sqrt(value);
  }

  public static double ln(double value) {
    return Math.log(value);
  }

  public static double log(double value) {
    return Math.log10(value);
  }

  public static double exp(double value) {
    return Math.exp(value);
  }

  public static double sin(double value) {
    return Math.sin(value);
  }

  public static double cos(double value) {
    return Math.cos(value);
  }

  public static double tan(double value) {
    return Math.tan(value);
  }

  public static double asin(double value) {
    return Math.asin(value);
  }

  public static double acos(double value) {
    return Math.acos(value);
  }

  public static double atan(double value) {
    return Math.atan(value);
  }

  public static double atan2(double y, double x) {
    return Math.atan2(y, x);
  }

  public static float atan2(float y, float x) {
    return (float) Math.atan2(y, x);
  }

  public static float sqrt(float value) {
    return (float) Math.sqrt(value);
  }

  public static float ln(float value) {
    return (float) Math.log(value);
  }

  public static float log(float value) {
    return (float) Math.log10(value);
  }

  public static float exp(float value) {
    return (float) Math.exp(value);
  }

  public static float sin(float value) {
    return (float) Math.sin(value);
  }

  public static float cos(float value) {
    return (float) Math.cos(value);
  }

  public static float tan(float value) {
    return (float) Math.tan(value);
  }

  public static float asin(float value) {
    return (float) Math.asin(value);
  }

  public static float acos(float value) {
    return (float) Math.acos(value);
  }

  public static float atan(float value) {
    return (float) Math.atan(value);
  }

  public static double power(double base, double exponent) {
    return Math.pow(base, exponent);
  }

  public static float power(float base, float exponent) {
    return (float) Math.pow(base, exponent);
  }

  /** Bits moved to the left; those that leave the width are lost. */
  public static long shl(long bits, long count, int width) {
    return count < 0 || count >= width ? 0 : bits << count;
  }

  public static long shr(long bits, long count, int width) {
    return count < 0 || count >= width ? 0 : bits >>> count;
  }

  /** Bits moved to the left; those that leave at one end come in at the other. */
  public static long rol(long bits, long count, int width) {
    int by = (int) Math.floorMod(count, (long) width);
    return by == 0 ? bits : bits << by | bits >>> (width - by);
  }

  public static long ror(long bits, long count, int width) {
    return rol(bits, -Math.floorMod(count, (long) width), width);
  }

  public static long timesReal(long nanos, double factor) {
    return Math.round(nanos * factor);
  }

  public static long dividedByReal(long nanos, double divisor) {
    if (divisor == 0) {
      throw new ArithmeticException("/ by zero");
    }
    return Math.round(nanos / divisor);
  }

  /** To the nearest whole number, to the even one of two (IEC 60559). */
  public static long rounded(double value) {
    return (long) Math.rint(value);
  }

  public static long truncated(double value) {
    return (long) value;
  }

  public static double unsigned(long bits) {
    double high = bits >>> 1;
    return bits >= 0 ? bits : high * 2 + (bits & 1);
  }

  /** Whole seconds of a time, as matiec's library has it. */
  public static long seconds(long nanos) {
    return nanos / SECOND;
  }

  public static double realSeconds(long nanos) {
    return nanos / (double) SECOND;
  }

  public static long ofSeconds(long seconds) {
    return seconds * SECOND;
  }

  public static long ofRealSeconds(double seconds) {
    return Math.round(seconds * SECOND);
  }

  public static long day(long nanos) {
    return Math.floorDiv(nanos, DAY) * DAY;
  }

  public static long timeOfDay(long nanos) {
    return Math.floorMod(nanos, DAY);
  }

  /** The place of an element along one index. */
  public static int index(long value, int low, int high) {
    if (value < low || value > high) {
      throw outside(value, low, high);
    }
    return (int) (value - low);
  }

  private static IndexOutOfBoundsException outside(long value, int low, int high) {
    return new IndexOutOfBoundsException("index %d, expected %d to %d".formatted(value, low, high));
  }

  public static long within(long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%d is out of its range, %d to %d".formatted(value, low, high));
    }
    return value;
  }

  /** Decimal digits of four bits each. */
  public static long toDigits(long number) {
    long digits = 0;
    long rest = number;
    for (int shift = 0; shift < Long.SIZE && rest != 0; shift += 4) {
      digits |= Long.remainderUnsigned(rest, 10) << shift;
      rest = Long.divideUnsigned(rest, 10);
    }
    return digits;
  }

  public static long fromDigits(long digits) {
    long number = 0;
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      long digit = digits >>> shift & 0xF;
      if (digit > 9) {
        throw new IllegalArgumentException("no decimal digit: 16#" + Long.toHexString(digit));
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
