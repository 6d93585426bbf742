package org.bumpless.endpoint.opcua;

import java.io.IOException;
import org.bumpless.endpoint.opcua.client.UaMeasuringClient;
import org.bumpless.endpoint.opcua.server.SharedLoops;
import org.bumpless.endpoint.opcua.server.UaEndpoint;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;

/** OPC UA over TCP with Basic256Sha256; the servers of one provider share their threads. */
public final class OpcUaProvider implements ProtocolProvider {
  private final SharedLoops loops = new SharedLoops();

  @Override
  public Protocol protocol() {
    return Protocol.OPC_UA;
  }

  @Override
  public Endpoint serve(ServeSettings settings) throws IOException {
    return UaEndpoint.start(settings, loops);
  }

  @Override
  public ProtocolClient client(ClientSettings settings) {
    return new UaMeasuringClient(settings);
  }
}
