package org.bumpless.runner.access;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.sut.Access;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plc.passage.TlsLayer;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.scenario.bench.Call;
import org.jspecify.annotations.Nullable;

/** Finds the way of each call through a product; closing it takes back what ways were made of. */
public final class Approaches implements AutoCloseable {
  private final Access access;
  private final TrustBundle trust;
  private final String trustDomain;
  private final String productPath;
  private @Nullable Ssh ssh;

  /** What ways by SSH are made of. */
  private record Ssh(SshPrograms programs, SshKeyring keyring) {}

  private Approaches(Access access, TrustBundle trust, String trustDomain, String productPath) {
    this.access = access;
    this.trust = trust;
    this.trustDomain = trustDomain;
    this.productPath = productPath;
  }

  /**
   * Gets ready for a product.
   *
   * @param trust whom clients believe
   * @param productPath what the product's own SPIFFE id ends in, for example {@code asset/pep}
   * @throws org.bumpless.runner.MissingException if a program is missing that clients need
   */
  public static Approaches of(
      Access access, TrustBundle trust, String trustDomain, String productPath) throws IOException {
    Approaches approaches = new Approaches(access, trust, trustDomain, productPath);
    if (access instanceof Access.SshJump) {
      approaches.ssh = new Ssh(SshPrograms.installed(), new SshKeyring(trust));
    }
    return approaches;
  }

  /**
   * The way of a call.
   *
   * @param door before which it stands
   * @param dial what is dialled there
   */
  public Approach of(Call call, Listener door, InetSocketAddress dial) {
    if (call.way() == Call.Way.DIRECT || !call.wrapped()) {
      return Approach.STRAIGHT;
    }
    String name = call.server().value();
    return switch (access) {
      case Access.Transparent _ -> Approach.STRAIGHT;
      case Access.Tls _ ->
          new Approach(
              Approach.STRAIGHT.passage(),
              Optional.of(new ClientSettings.Tls(call.identity(), trust, name)),
              true);
      case Access.HttpConnect(int _, boolean tls) ->
          asked(tls, call, new ConnectAsking(door.upstream(), Optional.empty()));
      case Access.Socks(int _, boolean tls) -> asked(tls, call, new SocksAsking(door.upstream()));
      case Access.SshJump(int _, String user) -> jump(call, door.upstream(), user);
      case Access.Broker broker ->
          new Approach(
              new BrokerPassage(
                  broker,
                  new BrokerPassage.Caller(
                      values(call, door, dial), door.upstream(), call.identity(), trust, name)),
              Optional.empty(),
              broker.encrypted());
    };
  }

  private Approach asked(boolean tls, Call call, Asking asking) {
    return new Approach(
        new GatePassage(
            tls
                ? Optional.of(new TlsLayer(call.identity(), trust, call.server().value()))
                : Optional.empty(),
            asking),
        Optional.empty(),
        tls);
  }

  private Approach jump(Call call, InetSocketAddress target, String user) {
    Ssh its = ssh;
    if (its == null) {
      throw new IllegalStateException("no keys for access " + access.label());
    }
    SshPassage.Jump jump =
        new SshPassage.Jump(target, user, productPath, call.identity().flatMap(its.keyring()::of));
    return new Approach(
        new SshPassage(its.programs(), its.keyring(), jump), Optional.empty(), true);
  }

  private Map<String, String> values(Call call, Listener door, InetSocketAddress dial) {
    Map<String, String> values = new HashMap<>();
    values.put("gate", Places.of(dial));
    values.put("upstream", Places.of(door.upstream()));
    values.put("upstreamAddress", door.upstream().getAddress().getHostAddress());
    values.put("upstreamPort", Integer.toString(door.upstream().getPort()));
    values.put("server", call.server().value());
    values.put("protocol", call.protocol().id());
    values.put("conduit", door.conduit().id().value());
    values.put("client", call.host().value());
    values.put("spiffeId", call.identity().map(Identity::spiffeId).orElse(""));
    values.put("trustDomain", trustDomain);
    return values;
  }

  @Override
  public void close() {
    Ssh its = ssh;
    ssh = null;
    if (its != null) {
      its.keyring().close();
    }
  }
}
