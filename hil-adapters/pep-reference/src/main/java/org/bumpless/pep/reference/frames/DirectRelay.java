package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Forwards what may pass in one write per read, and answers the rest.
 *
 * <p>Both threads of a session write to the client; a TLS socket writes the bytes of one call in
 * one piece, so neither needs a lock here.
 */
public final class DirectRelay implements Relay {
  private final OutputStream toClient;
  private final Outlet up;
  private final Outlet down;

  public DirectRelay(OutputStream toServer, OutputStream toClient) {
    this.toClient = toClient;
    this.up = new Outlet(toServer);
    this.down = new Outlet(toClient);
  }

  @Override
  public void forward(byte[] bytes, int offset, int length, boolean write) throws IOException {
    up.add(bytes, offset, length);
  }

  @Override
  public void refuse(byte[] bytes, int offset, int length, Verdict.Answer answer)
      throws IOException {
    up.flush();
    answer.writeTo(toClient);
  }

  @Override
  public void flushUp() throws IOException {
    up.flush();
  }

  @Override
  public void down(byte[] bytes, int offset, int length) throws IOException {
    down.add(bytes, offset, length);
  }

  @Override
  public void flushDown() throws IOException {
    down.flush();
  }
}
