package org.bumpless.endpoint.opcua.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.security.ApplicationUris;
import org.bumpless.endpoint.opcua.security.AuthorityValidator;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Personality;
import org.bumpless.plc.protocol.ServeSettings;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfigLimits;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;

/** Turns what a controller is into what Milo wants to know about a server. */
final class ServerConfigs {
  /** Sessions that a controller keeps at once. */
  static final int SESSIONS_MAX = 1_000;

  private ServerConfigs() {}

  /**
   * The configuration of a controller's server.
   *
   * @throws IllegalArgumentException if the controller's certificate cannot be an OPC UA
   *     application certificate
   */
  static OpcUaServerConfig of(ServeSettings settings, EventLoopGroup loops) {
    Identity identity = settings.identity();
    Personality personality = settings.controller().personality();
    AuthorityValidator authorities = new AuthorityValidator(settings.trust(), settings.clock());
    return OpcUaServerConfig.builder()
        .setApplicationName(LocalizedText.english(settings.controller().id().value()))
        .setApplicationUri(ApplicationUris.require(identity))
        .setProductUri(PlantNamespace.URI + ":" + personality.id())
        .setBuildInfo(
            new BuildInfo(
                PlantNamespace.URI + ":" + personality.id(),
                personality.vendor(),
                personality.product(),
                personality.revision(),
                "",
                new DateTime(Instant.EPOCH)))
        .setEndpoints(endpoints(settings))
        .setIdentityValidator(Users.validator(settings.users(), authorities))
        .setCertificateManager(certificates(identity, authorities))
        .setLimits(new Limits())
        .setExecutor(new LoopExecutor(loops))
        .setScheduledExecutor(loops)
        .build();
  }

  private static Set<EndpointConfig> endpoints(ServeSettings settings) {
    InetSocketAddress bind = settings.bind();
    String address = bind.getAddress().getHostAddress();
    EndpointConfig.Builder base =
        EndpointConfig.newBuilder()
            .setBindAddress(address)
            .setBindPort(bind.getPort())
            .setHostname(address)
            .setCertificate(settings.identity().leaf())
            .addTokenPolicies(
                OpcUaServerConfig.USER_TOKEN_POLICY_USERNAME,
                OpcUaServerConfig.USER_TOKEN_POLICY_X509);
    Set<EndpointConfig> endpoints = new LinkedHashSet<>();
    for (MessageSecurityMode mode :
        new MessageSecurityMode[] {MessageSecurityMode.SignAndEncrypt, MessageSecurityMode.Sign}) {
      EndpointConfig.Builder secured =
          base.copy().setSecurityPolicy(SecurityPolicy.Basic256Sha256).setSecurityMode(mode);
      endpoints.add(withAnonymous(settings, secured).build());
    }
    if (settings.controller().personality().opcUaNone()) {
      endpoints.add(withAnonymous(settings, base.copy()).build());
    }
    return endpoints;
  }

  private static EndpointConfig.Builder withAnonymous(
      ServeSettings settings, EndpointConfig.Builder endpoint) {
    return settings.controller().personality().opcUaNone()
        ? endpoint.addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
        : endpoint;
  }

  private static CertificateManager certificates(
      Identity identity, AuthorityValidator authorities) {
    MemoryCertificateStore store = new MemoryCertificateStore();
    X509Certificate[] chain = identity.chain().toArray(new X509Certificate[0]);
    try {
      store.set(
          NodeIds.RsaSha256ApplicationCertificateType,
          new CertificateStore.Entry(identity.key(), chain));
    } catch (Exception e) {
      throw new IllegalStateException("a store in memory refused a certificate", e);
    }
    return new DefaultCertificateManager(
        new MemoryCertificateQuarantine(),
        new DefaultApplicationGroup(
            new MemoryTrustListManager(), store, new NoNewCertificates(), authorities));
  }

  /** The controller's certificate comes from the plant's CA; the server never makes one. */
  private static final class NoNewCertificates extends RsaSha256CertificateFactory {
    @Override
    protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keyPair) {
      throw new UnsupportedOperationException("certificates come from the plant's CA");
    }
  }

  /** What a controller of this size bears: no request can hold a shared loop for long. */
  private static final class Limits implements OpcUaServerConfigLimits {
    /**
     * Far more than connections: a session outlives a connection that is cut until its time is up,
     * and whoever is cut often must not lock the others out.
     */
    @Override
    public UInteger getMaxSessions() {
      return uint(SESSIONS_MAX);
    }

    @Override
    public Double getMaxSessionTimeout() {
      return 60_000.0;
    }

    @Override
    public UInteger getMaxNodesPerRead() {
      return uint(1_000);
    }

    @Override
    public UInteger getMaxNodesPerWrite() {
      return uint(1_000);
    }

    @Override
    public UInteger getMaxMonitoredItemsPerCall() {
      return uint(1_000);
    }

    @Override
    public UInteger getMaxMonitoredItems() {
      return uint(20_000);
    }

    @Override
    public UInteger getMaxSubscriptionsPerSession() {
      return uint(10);
    }

    @Override
    public UInteger getMaxMonitoredItemsPerSession() {
      return uint(2_000);
    }

    @Override
    public UInteger getMaxSubscriptions() {
      return uint(200);
    }

    @Override
    public Double getMinSupportedSampleRate() {
      return 1.0;
    }
  }
}
