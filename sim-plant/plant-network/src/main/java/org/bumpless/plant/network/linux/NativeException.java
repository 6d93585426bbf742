package org.bumpless.plant.network.linux;

import java.io.IOException;

/** The kernel has refused a call. */
public final class NativeException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int EINTR = 4;

  private final int errno;

  NativeException(String message, int errno) {
    super(message);
    this.errno = errno;
  }

  /** Whether a signal came first: nothing is wrong, and nothing was done. */
  public boolean interruptedBySignal() {
    return errno == EINTR;
  }
}
