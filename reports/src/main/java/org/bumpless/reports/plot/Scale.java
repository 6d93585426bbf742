package org.bumpless.reports.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a value lies on an axis. */
sealed interface Scale {
  /** The place of a value, in units of the image; values outside are put at the rim. */
  double place(double value);

  /** Where the axis has marks. */
  List<Double> marks();

  double low();

  double high();

  double from();

  double to();

  /** The word by which the page's script knows it. */
  default String word() {
    return switch (this) {
      case Linear ignored -> "linear";
      case Logarithmic ignored -> "log";
    };
  }

  /** Equal steps. */
  record Linear(double low, double high, double from, double to) implements Scale {
    private static final int MARKS = 8;

    @Override
    public double place(double value) {
      double part = (Math.clamp(value, low, high) - low) / (high - low);
      return from + part * (to - from);
    }

    @Override
    public List<Double> marks() {
      double step = step((high - low) / MARKS);
      List<Double> marks = new ArrayList<>();
      for (double mark = Math.ceil(low / step) * step; mark <= high + step / 1e6; mark += step) {
        marks.add(Math.rint(mark / step) * step);
      }
      return marks;
    }

    /** 1, 2 or 5 times a power of ten, not below a wish. */
    private static double step(double wish) {
      double power = Math.pow(10, Math.floor(Math.log10(wish)));
      double times = wish / power;
      return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
  }

  /** Equal factors; both ends above zero. */
  record Logarithmic(double low, double high, double from, double to) implements Scale {
    /** Up to so many times from end to end there is room for marks in between. */
    private static final double CLOSE = 3_000;

    @Override
    public double place(double value) {
      double part = Math.log(Math.clamp(value, low, high) / low) / Math.log(high / low);
      return from + part * (to - from);
    }

    @Override
    public List<Double> marks() {
      double[] steps = high / low < CLOSE ? new double[] {1, 2, 5} : new double[] {1};
      List<Double> marks = new ArrayList<>();
      for (double power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
        for (double step : steps) {
          double mark = step * Math.pow(10, power);
          if (mark >= low && mark <= high) {
            marks.add(mark);
          }
        }
      }
      return marks;
    }
  }

  /** A mark's label, as short as it can be. */
  static String label(double mark) {
    if (mark == Math.rint(mark)) {
      return String.format(Locale.ROOT, "%.0f", mark);
    }
    String text = String.format(Locale.ROOT, "%.4f", mark);
    return text.replaceAll("0+$", "");
  }
}
