package org.bumpless.pep.mutants;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.records.KnownSubject;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.CertificateAuthority.SvidRequest;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.pep.reference.decision.Door;
import org.bumpless.pep.reference.decision.Inquiry;
import org.bumpless.pep.reference.decision.IslandMode;
import org.bumpless.pep.reference.decision.Judgement;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.frames.CheckedStream;
import org.bumpless.pep.reference.frames.DirectRelay;
import org.bumpless.pep.reference.modbus.ModbusGuard;
import org.bumpless.pep.reference.opcua.OpcUaGuard;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.bumpless.pep.reference.tls.PkixCertificateCheck;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/** A site with one controller, and the sound parts that mutants are made of. */
final class Workbench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  static final String ANNA = "spiffe://tank-farm/person/anna";

  private static final AssetId LIC = new AssetId("LIC-101");
  private static final Duration WHILE = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock(NOW);
  private final PlantServices services;

  Workbench() throws IOException {
    services =
        ServiceLoader.load(PlantServices.Factory.class)
            .findFirst()
            .orElseThrow()
            .start("tank-farm", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), clock);
  }

  TestClock clock() {
    return clock;
  }

  /** The sound product: a directory that knows everybody, no ticket, a PDP that permits to read. */
  ReferenceParts sound() {
    return new ReferenceParts(
        new PkixCertificateCheck(services.authority().trust()),
        id -> new KnownSubject(Subject.Kind.PERSON, false, Set.of("controls"), "lead", true),
        (subject, asset) -> List.of(),
        inquiry -> new Judgement.Granted(Scope.READ_ONLY, NOW.plusSeconds(5), false),
        new IslandMode(WHILE),
        party ->
            party.protocol().equals(Protocol.MODBUS_TCP) ? new ModbusGuard() : new OpcUaGuard(),
        CheckedStream::new,
        DirectRelay::new,
        (party, holder, open) -> {});
  }

  /** The mutant's parts, made of the sound ones. */
  ReferenceParts broken(ReferenceMutant mutant) {
    return broken(mutant, sound());
  }

  /** The mutant's parts, made of given ones. */
  ReferenceParts broken(ReferenceMutant mutant, ReferenceParts sound) {
    return mutant.broken(sound, site());
  }

  Identity plantCertificate(Instant notBefore, Instant notAfter) {
    return issue(services.authority(), notBefore, notAfter);
  }

  Identity foreignCertificate(Instant notBefore, Instant notAfter) {
    return issue(services.foreignAuthority(), notBefore, notAfter);
  }

  private static Identity issue(
      CertificateAuthority authority, Instant notBefore, Instant notAfter) {
    return authority.issue(
        new SvidRequest("person/anna", "anna", notBefore, notAfter, List.of(), ""));
  }

  /** Anna before the controller's Modbus or OPC UA door. */
  static Party party(Protocol protocol) {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Party(ANNA, new Door("front_" + protocol, LIC, protocol, anywhere, anywhere));
  }

  static Inquiry inquiry() {
    return new Inquiry(
        new Subject(ANNA, Subject.Kind.PERSON, true, true, Set.of(), "lead", true),
        new AccessRequest.Resource(LIC, PurdueLevel.L1, SecurityLevel.SL2),
        new AccessRequest.Context(NOW, Protocol.MODBUS_TCP, Optional.empty(), DeclaredFlow.NONE));
  }

  static AssetId controller() {
    return LIC;
  }

  private SitePack site() {
    Plant plant =
        new Plant(
            "tank-farm",
            "One controller",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new ProcessSpec("none", List.of()),
            List.of());
    return new SitePack(
        Path.of("unused"),
        plant,
        List.of(),
        Map.of(),
        plantCertificate(NOW.minusSeconds(60), NOW.plusSeconds(60)),
        services.authority().trust(),
        Optional.empty(),
        services.url(),
        clock);
  }

  @Override
  public void close() {
    services.close();
  }
}
