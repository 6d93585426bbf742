package org.bumpless.plant.network.netns;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bumpless.plant.network.Place;

/**
 * A network namespace that this process holds open. A thread that has entered it makes its sockets
 * there, and so do the threads and processes that it starts.
 *
 * <p>The kernel gives the number of a descriptor away again once it is closed, so nobody uses it
 * without the lock: a latecomer would enter another bench's host.
 */
final class Namespace implements Place, AutoCloseable {
  private static final String LIMIT = "user/max_net_namespaces";

  private final String name;
  private final int descriptor;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

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
      return KernelSettings.read(LIMIT);
    } catch (IOException unknown) {
      return "unknown";
    }
  }

  String name() {
    return name;
  }

  /**
   * Where this and other processes of the same user find it while it is open.
   *
   * @throws IllegalStateException if it is closed
   */
  String path() {
    lock.readLock().lock();
    try {
      requireOpen();
      return "/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptor;
    } finally {
      lock.readLock().unlock();
    }
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
    if (Thread.currentThread().isVirtual()) { // what carries it carries others too
      return InThread.call(
          plain(name + "-within"),
          () -> {
            enter();
            return work.run();
          });
    }
    try (Visit _ = new Visit(name)) {
      enter();
      return work.run();
    }
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
    lock.readLock().lock();
    try {
      requireOpen();
      Linux.enterNetwork(descriptor);
    } catch (IOException e) {
      throw new IllegalStateException("cannot enter the network of " + name + ": " + e, e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the network of " + name + " is gone");
    }
  }

  private static ThreadFactory plain(String prefix) {
    return Thread.ofPlatform().daemon().name(prefix + "-", 0).factory();
  }

  /** Lets nobody in any more; the namespace ends when nothing runs in it. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        Linux.close(descriptor);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot leave the network of " + name + ": " + e, e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
