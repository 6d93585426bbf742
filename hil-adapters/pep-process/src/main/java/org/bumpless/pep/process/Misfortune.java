package org.bumpless.pep.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.ProductException;

/** What of the host is needed so that things can happen to a product. */
final class Misfortune {
  /** Where Debian's {@code libfaketime} lies; the loader finds the machine's own by the last. */
  private static final List<Path> FAKETIME =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  private Misfortune() {}

  /**
   * The environment of a program whose clock on the wall is wrong; what measures how time passes is
   * left alone.
   *
   * @throws ProductException if this host has no libfaketime
   */
  static Map<String, String> clock(Programs programs, Duration ahead) throws ProductException {
    require(programs, "faketime", "faketime");
    Path library =
        FAKETIME.stream()
            .filter(Files::isReadable)
            .findFirst()
            .orElseThrow(() -> lacking("libfaketime", "libfaketime"));
    long seconds = ahead.toSeconds();
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME",
        (seconds < 0 ? "" : "+") + seconds,
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // else it moves the ends of waits by the clock that it leaves alone, and a JVM stands still
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /**
   * A program of this host.
   *
   * @throws ProductException if it is not there; the message says how to get it
   */
  static Path require(Programs programs, String program, String packaged) throws ProductException {
    return programs.find(program).orElseThrow(() -> lacking(program, packaged));
  }

  private static ProductException lacking(String what, String packaged) {
    return new ProductException(
        ProductException.Cause.UNAVAILABLE,
        "this host has no %s: apt-get install %s".formatted(what, packaged));
  }
}
