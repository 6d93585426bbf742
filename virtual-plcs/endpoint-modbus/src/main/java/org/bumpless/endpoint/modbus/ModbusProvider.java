package org.bumpless.endpoint.modbus;

import java.io.IOException;
import org.bumpless.endpoint.modbus.client.ModbusClient;
import org.bumpless.endpoint.modbus.server.Connection;
import org.bumpless.endpoint.modbus.server.RequestHandler;
import org.bumpless.endpoint.modbus.server.Rights;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.serve.TcpServer;

/**
 * Modbus TCP as controllers of the plant speak it (Modbus Application Protocol V1.1b3 over the TCP
 * messaging guide V1.0b).
 */
public final class ModbusProvider implements ProtocolProvider {
  @Override
  public Protocol protocol() {
    return Protocol.MODBUS_TCP;
  }

  @Override
  public Endpoint serve(ServeSettings settings) throws IOException {
    RequestHandler handler = new RequestHandler(settings);
    return TcpServer.start(
        settings,
        "unit " + settings.spec().unit(),
        socket -> new Connection(socket, handler, Rights.EVERYTHING).serve());
  }

  @Override
  public ProtocolClient client(ClientSettings settings) {
    return new ModbusClient(settings);
  }
}
