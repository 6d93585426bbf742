package org.bumpless.reports.plot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes SVG; every text and attribute is escaped on its way in. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * An image that is scaled to the width it is given.
   *
   * @param label what it shows, for people who do not see it
   */
  static Svg image(String kind, int width, int height, String label, String... attributes) {
    Svg svg = new Svg();
    svg.tag(
        "svg",
        attributes,
        "class",
        "plot " + kind,
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-label",
        label);
    svg.out.append('>');
    svg.open.push("svg");
    return svg;
  }

  /** Opens a group; attributes are names and values in turn. */
  Svg group(String... attributes) {
    tag("g", attributes);
    out.append('>');
    open.push("g");
    return this;
  }

  Svg end() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Svg rect(double x, double y, double width, double height, String kind) {
    return leaf(
        "rect",
        "class",
        kind,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(Math.max(0, width)),
        "height",
        number(Math.max(0, height)));
  }

  Svg line(double x1, double y1, double x2, double y2, String kind) {
    return leaf(
        "line",
        "class",
        kind,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
  }

  Svg circle(double x, double y, double radius, String kind) {
    return leaf("circle", "class", kind, "cx", number(x), "cy", number(y), "r", number(radius));
  }

  Svg polyline(List<double[]> points, String kind) {
    return leaf("polyline", "class", kind, "points", points(points));
  }

  Svg polygon(List<double[]> points, String kind) {
    return leaf("polygon", "class", kind, "points", points(points));
  }

  /** What the group that is open shows, for whoever points at it. */
  Svg title(String text) {
    out.append("<title>").append(escape(text)).append("</title>");
    return this;
  }

  /**
   * A text.
   *
   * @param kind its class; {@code end} and {@code middle} anchor it there
   */
  Svg text(double x, double y, String kind, String text) {
    tag("text", new String[0], "class", kind, "x", number(x), "y", number(y));
    out.append('>').append(escape(text)).append("</text>");
    return this;
  }

  /** The finished image. */
  String done() {
    while (!open.isEmpty()) {
      end();
    }
    return out.toString();
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String points(List<double[]> points) {
    return points.stream()
        .map(p -> number(p[0]) + "," + number(p[1]))
        .collect(Collectors.joining(" "));
  }

  private Svg leaf(String name, String... attributes) {
    tag(name, attributes);
    out.append("/>");
    return this;
  }

  private void tag(String name, String[] more, String... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    attributes(more);
  }

  private void attributes(String[] attributes) {
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c < ' ' ? ' ' : c);
      }
    }
    return safe.toString();
  }
}
