package org.bumpless.plant.fmi;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** The shared library of an FMU, loaded until it is closed, and the memory that it is told by. */
final class Library implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final SymbolLookup symbols;
  private final Complaints complaints = new Complaints();
  private final MemorySegment callbacks;
  private final String name;
  private boolean dead;

  /**
   * Loads.
   *
   * @throws FmuException if the system cannot load it
   */
  Library(Path file) {
    name = file.getFileName().toString();
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      arena.close();
      throw new FmuException("another machine than the binary's", "Linux on x86-64");
    }
    try {
      symbols = loaded(file, arena);
    } catch (IllegalArgumentException _) {
      arena.close();
      throw new FmuException(
          "%s, which the system cannot load".formatted(name),
          "a library for Linux on x86-64 of which ldd says that it misses nothing");
    }
    callbacks = complaints.callbacks(arena);
  }

  @SuppressWarnings("restricted") // the team's own code is what is to be run
  private static SymbolLookup loaded(Path file, Arena arena) {
    return SymbolLookup.libraryLookup(file, arena);
  }

  /**
   * A function.
   *
   * @throws FmuException if the library does not have it
   */
  MemorySegment function(String function) {
    return symbols
        .find(function)
        .orElseThrow(
            () ->
                new FmuException(
                    "no function " + function + " in " + name,
                    "all functions of FMI 2.0 for co-simulation"));
  }

  /** Memory that lives as long as the library. */
  Arena memory() {
    return arena;
  }

  /** The functions that an instance may call: {@code fmi2CallbackFunctions}. */
  MemorySegment callbacks() {
    return callbacks;
  }

  /** What an instance has last complained of, in words to be put behind others; or empty. */
  String complaint() {
    return complaints.latest();
  }

  /** A pointer that is still to be filled. */
  MemorySegment pointer() {
    return arena.allocate(ADDRESS);
  }

  /** Notes that an instance is broken beyond repair: then none may be called any more (2.1.3). */
  void die() {
    dead = true;
  }

  boolean isDead() {
    return dead;
  }

  @Override
  public void close() {
    arena.close();
  }
}
