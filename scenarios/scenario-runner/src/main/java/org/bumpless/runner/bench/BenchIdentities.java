package org.bumpless.runner.bench;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.CertificateAuthority.SvidRequest;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.scenario.bench.Identities;

/**
 * Issues certificates: to people as scenarios ask, to assets once and again when they are renewed.
 */
public final class BenchIdentities implements Identities {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration GUEST_LIFE = Duration.ofDays(1);
  private static final Duration BACKDATED = Duration.ofMinutes(1);

  private final PlantServices services;
  private final String trustDomain;
  private final Function<String, Optional<Role>> roles;
  private final NanoClock clock;
  private final Map<String, Identity> assets = new ConcurrentHashMap<>();
  private final Map<String, Identity> applications = new ConcurrentHashMap<>();
  private final Set<String> people = ConcurrentHashMap.newKeySet();

  /**
   * Nobody has a certificate yet.
   *
   * @param roles what an asset is to controllers that ask for a role
   */
  public BenchIdentities(
      PlantServices services,
      String trustDomain,
      Function<String, Optional<Role>> roles,
      NanoClock clock) {
    this.roles = roles;
    this.services = services;
    this.trustDomain = trustDomain;
    this.clock = clock;
  }

  public TrustBundle trust() {
    return services.authority().trust();
  }

  /** SPIFFE ids of all people that scenarios have spoken of. */
  public Set<String> people() {
    return Set.copyOf(people);
  }

  @Override
  public String spiffeId(String person) {
    String id = id(path(person));
    people.add(id);
    return id;
  }

  static String assetPath(String asset) {
    return "asset/" + asset;
  }

  String id(String path) {
    return "spiffe://" + trustDomain + "/" + path;
  }

  @Override
  public Identity person(String person, Instant notBefore, Instant notAfter) {
    return issue(services.authority(), person, notBefore, notAfter);
  }

  @Override
  public Identity foreign(String person) {
    Instant now = clock.instant();
    return issue(services.foreignAuthority(), person, now.minus(BACKDATED), now.plus(LIFE));
  }

  @Override
  public Identity asset(String asset) {
    return assets.computeIfAbsent(asset, this::issueAsset);
  }

  /** Gives an asset a new certificate, which {@link #asset} returns from now on. */
  public Identity renew(String asset) {
    Identity fresh = issueAsset(asset);
    assets.put(asset, fresh);
    return fresh;
  }

  /** The certificate that an asset's own application shows, in OPC UA or Modbus/TCP Security. */
  Identity application(String asset, List<InetAddress> addresses) {
    return applications.computeIfAbsent(
        asset,
        a ->
            services
                .authority()
                .issue(
                    new SvidRequest(
                        assetPath(a),
                        a,
                        clock.instant().minus(BACKDATED),
                        clock.instant().plus(LIFE),
                        addresses,
                        "urn:bumpless:" + a,
                        roles.apply(a))));
  }

  /**
   * The certificate of a client that is not of the bench; it lasts for a day and is not renewed.
   */
  Identity guest() {
    return services
        .authority()
        .issue(
            new SvidRequest(
                Guest.NAME,
                Guest.NAME,
                clock.instant().minus(BACKDATED),
                clock.instant().plus(GUEST_LIFE),
                List.of(),
                "urn:bumpless:" + Guest.NAME,
                Optional.of(Role.ENGINEER)));
  }

  private Identity issueAsset(String asset) {
    Instant now = clock.instant();
    return services
        .authority()
        .issue(
            new SvidRequest(
                assetPath(asset), asset, now.minus(BACKDATED), now.plus(LIFE), List.of(), ""));
  }

  private Identity issue(
      CertificateAuthority authority, String person, Instant notBefore, Instant notAfter) {
    return authority.issue(
        new SvidRequest(path(person), person, notBefore, notAfter, List.of(), ""));
  }

  private static String path(String person) {
    return "person/" + person.toLowerCase(java.util.Locale.ROOT);
  }
}
