package org.bumpless.endpoint.s7.server;

import java.io.IOException;
import org.bumpless.endpoint.s7.codec.Plc4xCodec;
import org.bumpless.endpoint.s7.codec.RememberingCodec;
import org.bumpless.endpoint.s7.codec.S7Codec;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.serve.TcpServer;

/** The S7comm port of a controller. */
public final class S7Server {
  private S7Server() {}

  /**
   * Begins to listen.
   *
   * @throws IOException if the address cannot be bound; the message names it
   */
  public static Endpoint start(ServeSettings settings) throws IOException {
    S7Codec codec = new Plc4xCodec();
    Access access = new Access(settings.tags());
    StatusLists lists = new StatusLists(settings.controller(), settings.spec().protection());
    return TcpServer.start(
        settings,
        "rack 0 slot 2",
        socket -> new Dialogue(settings, new RememberingCodec(codec), access, lists).speak(socket));
  }
}
