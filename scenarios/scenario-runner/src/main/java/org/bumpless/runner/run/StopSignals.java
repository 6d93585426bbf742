package org.bumpless.runner.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into an interrupt of one thread, so that a command stops what it
 * has started and writes down what it has: a shutdown hook could neither wait for that nor choose
 * the exit code. A second signal ends the JVM at once.
 *
 * <p>{@code sun.misc.Signal} is the JDK's only way to do so; javac warns of its name, whatever is
 * suppressed, hence reflection.
 */
public final class StopSignals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  private final Class<?> signal;
  private final Method handle;
  private final Map<Object, Object> before = new LinkedHashMap<>();
  private volatile boolean heard;

  /**
   * Watches until closed; tells the person at the terminal what a signal does now.
   *
   * @param told the thread to interrupt
   */
  public StopSignals(Thread told) {
    try {
      signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      handle = signal.getMethod("handle", signal, handler);
      Object interrupt =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                heard = true;
                close();
                System.err.println("stopping; once more ends at once");
                told.interrupt();
                return null;
              });
      for (String name : NAMES) {
        Object kind = signal.getConstructor(String.class).newInstance(name);
        before.put(kind, handle.invoke(null, kind, interrupt));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not hand signals over: " + e, e);
    }
  }

  /** Whether a signal has come. */
  public boolean heard() {
    return heard;
  }

  /** Gives the signals back. */
  @Override
  public synchronized void close() {
    try {
      for (Map.Entry<Object, Object> entry : before.entrySet()) {
        handle.invoke(null, entry.getKey(), entry.getValue());
      }
      before.clear();
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot give the signals back: " + e, e);
    }
  }
}
