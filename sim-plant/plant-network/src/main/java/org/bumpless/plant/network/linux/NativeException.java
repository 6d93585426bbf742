package org.bumpless.plant.network.linux;

import java.io.IOException;

/** The kernel has refused a call. */
public final class NativeException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int EINTR = 4;
  private static final int ENXIO = 6;
  private static final int EAGAIN = 11;
  private static final int ENODEV = 19;
  private static final int ENETDOWN = 100;
  private static final int ENOBUFS = 105;

  private final int errno;

  NativeException(String message, int errno) {
    super(message);
    this.errno = errno;
  }

  /** Whether a signal came first: nothing is wrong, and nothing was done. */
  public boolean interruptedBySignal() {
    return errno == EINTR;
  }

  /** Whether there is nothing to take or no room to put something just now. */
  boolean nothingNow() {
    return errno == EAGAIN || errno == ENOBUFS;
  }

  /** Whether the interface is down or gone. */
  boolean interfaceDown() {
    return errno == ENETDOWN || errno == ENXIO || errno == ENODEV;
  }
}
