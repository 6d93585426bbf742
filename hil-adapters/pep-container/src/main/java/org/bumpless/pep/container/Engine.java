package org.bumpless.pep.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.pep.container.foreground.Foreground;
import org.bumpless.pep.process.Programs;
import org.jspecify.annotations.Nullable;

/**
 * The command of a container engine.
 *
 * @param name {@code podman} or {@code docker}
 * @param command program with its whole path, and what comes before each of its verbs
 * @param joinsPlace whether its containers can have the network of whoever calls it
 * @param folder the product's, which is the engine's home too
 * @param programs of this host
 */
record Engine(
    String name, List<String> command, boolean joinsPlace, Path folder, Programs programs) {
  /** As long as an engine takes that has much to do, and more. */
  private static final Duration WITHIN = Duration.ofSeconds(60);

  private static final int WORDS_MAX = 4_096;

  Engine {
    command = List.copyOf(command);
  }

  /**
   * What a call of the engine has come to.
   *
   * @param words what it said, the first of it
   */
  record Answer(int code, String words) {
    boolean yes() {
      return code == 0;
    }
  }

  /**
   * The engine of this host: podman, else docker.
   *
   * @throws ProductException if there is none
   */
  static Engine installed(Programs programs, Path folder) throws ProductException {
    Optional<Path> podman = programs.find("podman");
    if (podman.isPresent()) {
      List<String> command = new ArrayList<>(List.of(podman.get().toString()));
      // crun refuses hosts with both versions of control groups; runc works on all that were tried
      programs
          .find("runc")
          .ifPresent(runc -> command.addAll(List.of("--runtime", runc.toString())));
      return new Engine("podman", command, true, folder, programs);
    }
    Optional<Path> docker = programs.find("docker");
    if (docker.isPresent()) {
      return new Engine("docker", List.of(docker.get().toString()), false, folder, programs);
    }
    throw new ProductException(
        ProductException.Cause.UNAVAILABLE,
        "no container engine is installed: neither podman nor docker is in %s; get one with: apt-get install podman runc"
            .formatted(programs.path()));
  }

  /** The command that starts its service where it is called; empty if that runs already. */
  List<String> service() {
    if (!joinsPlace) {
      return List.of();
    }
    List<String> service = new ArrayList<>(command);
    service.addAll(
        List.of(
            "--log-level=error", "system", "service", "--time=0", "unix://" + Foreground.SOCKET));
    return service;
  }

  /**
   * Where its service listens.
   *
   * @throws ProductException if it does not say so
   */
  String host() throws ProductException {
    if (joinsPlace) {
      return "unix://" + Foreground.SOCKET;
    }
    try {
      Answer answer = call("context", "inspect", "--format", "{{.Endpoints.docker.Host}}");
      if (!answer.yes()) {
        throw unavailable(name + " does not say where its service listens: " + answer.words());
      }
      return answer.words();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(name + ": interrupted while it was asked where its service listens");
    }
  }

  /** Sends a signal to the first process of a container. */
  void signal(String container, String signal) throws IOException, InterruptedException {
    try {
      Answer answer = call("kill", "--signal", signal, container);
      if (!answer.yes()) {
        throw new IOException("%s cannot be sent: %s".formatted(signal, answer.words()));
      }
    } catch (ProductException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Does something and waits for its end.
   *
   * @throws ProductException if the engine cannot be called or does not end
   */
  Answer call(String... words) throws ProductException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(words));
    return call(whole);
  }

  /** Calls another program in the engine's environment. */
  Answer call(List<String> whole) throws ProductException, InterruptedException {
    return call(whole, Path.of("/"));
  }

  /**
   * Calls another program in the engine's environment.
   *
   * @param at the folder in which it is started
   */
  Answer call(List<String> whole, Path at) throws ProductException, InterruptedException {
    Path output = null;
    try {
      output = Files.createTempFile("bumpless-" + name, ".out");
      ProcessBuilder builder =
          new ProcessBuilder(whole)
              .directory(at.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment());
      Process process = builder.start();
      try {
        if (!process.waitFor(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
          throw unavailable(
              "%s did not end within %d s".formatted(told(whole), WITHIN.toSeconds()));
        }
        return new Answer(process.exitValue(), words(output));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw unavailable("%s cannot be called: %s".formatted(told(whole), e.getMessage()));
    } finally {
      delete(output);
    }
  }

  /** The same as that of a product in a process, so that both mean the same store of images. */
  private Map<String, String> environment() {
    return Map.of(
        "PATH", programs.path(), "HOME", folder.toAbsolutePath().toString(), "LANG", "C.UTF-8");
  }

  private static void delete(@Nullable Path output) {
    try {
      if (output != null) {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the engine's is left: " + e.getMessage(), e);
    }
  }

  private static String told(List<String> whole) {
    return String.join(" ", whole);
  }

  private static String words(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(WORDS_MAX), StandardCharsets.UTF_8).strip();
    }
  }

  static ProductException unavailable(String message) {
    return new ProductException(ProductException.Cause.UNAVAILABLE, message);
  }

  /** The architecture of this host as engines name it. */
  static String architecture(String ofJava) {
    return switch (ofJava.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      default -> ofJava;
    };
  }
}
