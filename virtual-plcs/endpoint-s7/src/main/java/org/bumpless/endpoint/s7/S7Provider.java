package org.bumpless.endpoint.s7;

import java.io.IOException;
import org.bumpless.endpoint.s7.client.S7Client;
import org.bumpless.endpoint.s7.server.S7Server;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;

/** S7comm on ISO transport. */
public final class S7Provider implements ProtocolProvider {
  @Override
  public Protocol protocol() {
    return Protocol.S7;
  }

  @Override
  public Endpoint serve(ServeSettings settings) throws IOException {
    return S7Server.start(settings);
  }

  @Override
  public ProtocolClient client(ClientSettings settings) {
    return new S7Client(settings);
  }
}
