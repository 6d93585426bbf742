package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import org.bumpless.plant.network.Place;

/**
 * A network namespace that this process holds open. A thread that has entered it makes its sockets
 * there, and so do the threads and processes that it starts.
 */
final class Namespace implements Place, AutoCloseable {
  private static final Path LIMIT = Path.of("/proc/sys/user/max_net_namespaces");

  private final String name;
  private final int descriptor;

  private Namespace(String name, int descriptor) {
    this.name = name;
    this.descriptor = descriptor;
  }

  /**
   * Makes one, empty but for a loopback interface that is down.
   *
   * @throws IOException if this process may not, or the kernel has no room for more
   */
  static Namespace create(String name) throws IOException, InterruptedException {
    try {
      return InThread.call(
          plain(name),
          () -> {
            Linux.newNetwork();
            return new Namespace(name, Linux.openOwnNetwork());
          });
    } catch (IOException e) {
      throw new IOException(
          "no network namespace for %s: %s; the limit is %s for each user (sysctl user.max_net_namespaces)"
              .formatted(name, e.getMessage(), limit()),
          e);
    }
  }

  private static String limit() {
    try {
      return Files.readString(LIMIT).strip();
    } catch (IOException unknown) {
      return "unknown";
    }
  }

  String name() {
    return name;
  }

  /** Where this and other processes of the same user find it while it is open. */
  String path() {
    return "/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptor;
  }

  /** The command line by which a person runs a program in it. */
  String entry() {
    return "nsenter %s--net=%s"
        .formatted(
            UserNamespace.isPrivate()
                ? "--target %d --user --preserve-credentials "
                    .formatted(ProcessHandle.current().pid())
                : "",
            path());
  }

  @Override
  public <T, E extends Exception> T within(Work<T, E> work) throws E, InterruptedException {
    return InThread.call(
        plain(name + "-within"),
        () -> {
          enter();
          return work.run();
        });
  }

  @Override
  public ThreadFactory threads(String label) {
    ThreadFactory plain = plain(name + "-" + label);
    return work ->
        plain.newThread(
            () -> {
              enter();
              work.run();
            });
  }

  private void enter() {
    try {
      Linux.enterNetwork(descriptor);
    } catch (IOException e) {
      throw new IllegalStateException("the network of " + name + " is gone: " + e.getMessage(), e);
    }
  }

  private static ThreadFactory plain(String prefix) {
    return Thread.ofPlatform().daemon().name(prefix + "-", 0).factory();
  }

  /** The namespace ends when nothing runs in it any more. */
  @Override
  public void close() {
    try {
      Linux.close(descriptor);
    } catch (IOException e) {
      throw new IllegalStateException("cannot leave the network of " + name + ": " + e, e);
    }
  }
}
