package org.bumpless.endpoint.opcua.testing;

import org.bumpless.plc.protocol.ClientSettings.Login;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;

/** An engineer with an ordinary Milo client, which knows nothing but OPC UA's own types. */
public final class Engineer {
  private Engineer() {}

  /** Dials and logs in. */
  public static OpcUaClient connect(Rig rig) throws UaException {
    Login.UserName engineer = (Login.UserName) Rig.ENGINEER;
    OpcUaClient client =
        OpcUaClient.create(
            "opc.tcp://127.0.0.1:" + rig.endpoint.address().getPort(),
            endpoints ->
                endpoints.stream()
                    .filter(e -> SecurityPolicy.None.getUri().equals(e.getSecurityPolicyUri()))
                    .findFirst(),
            transport -> {},
            config ->
                config.setIdentityProvider(
                    new UsernameProvider(engineer.name(), engineer.password())));
    client.connect();
    return client;
  }
}
