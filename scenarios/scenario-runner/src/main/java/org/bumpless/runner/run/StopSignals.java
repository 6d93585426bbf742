package org.bumpless.runner.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of one thread, for a command that ends well in this
 * way: a shutdown hook could not change the exit code. A second signal ends the JVM as usual.
 *
 * <p>{@code sun.misc.Signal} is the JDK's only way to do so; javac warns of its name, whatever is
 * suppressed, hence reflection.
 */
public final class StopSignals implements AutoCloseable {
  private final Class<?> signal;
  private final Method handle;
  private final Map<Object, Object> before = new LinkedHashMap<>();

  /** Watches until closed. */
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
                close();
                told.interrupt();
                return null;
              });
      for (String name : new String[] {"INT", "TERM"}) {
        Object kind = signal.getConstructor(String.class).newInstance(name);
        before.put(kind, handle.invoke(null, kind, interrupt));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not hand signals over: " + e, e);
    }
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
