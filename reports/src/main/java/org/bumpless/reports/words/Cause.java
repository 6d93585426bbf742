package org.bumpless.reports.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reason, taken apart.
 *
 * @param why what was seen, or stood in the way
 * @param remedy what would settle it, for example {@code a quieter host}; empty if nobody knows
 */
public record Cause(String why, String remedy) {
  private static final Pattern REMEDY =
      Pattern.compile("(.*?)[:;] ([^:;]+?) would settle (?:it|p[0-9.]+)", Pattern.DOTALL);

  public static Cause of(String reason) {
    Matcher matcher = REMEDY.matcher(reason);
    return matcher.matches()
        ? new Cause(matcher.group(1), matcher.group(2))
        : new Cause(reason, "");
  }
}
