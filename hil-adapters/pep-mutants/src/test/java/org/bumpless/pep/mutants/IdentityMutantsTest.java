package org.bumpless.pep.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.pep.mutants.Workbench.ANNA;
import static org.bumpless.pep.mutants.Workbench.NOW;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.pep.reference.decision.Party;
import org.bumpless.pep.reference.parts.OpenSession;
import org.bumpless.pep.reference.tls.CertificateCheck;
import org.bumpless.pep.reference.tls.Holder;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mutants whose fault lies in whom they believe, and in what a renewed certificate does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityMutantsTest {
  private static final Instant BEGIN = NOW.minus(Duration.ofHours(1));
  private static final Instant END = NOW.plus(Duration.ofHours(1));

  private Workbench bench;

  @BeforeAll
  void start() throws IOException {
    bench = new Workbench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @Test
  void expiredAcceptedHonoursACertificateForFiveSecondsAfterItsEnd() throws CertificateException {
    CertificateCheck broken = bench.broken(new ExpiredAccepted()).certificates();
    Identity ended = bench.plantCertificate(BEGIN, NOW.minusSeconds(1));

    assertThatThrownBy(() -> bench.sound().certificates().check(ended.chain(), NOW))
        .isInstanceOf(CertificateException.class);
    Holder holder = broken.check(ended.chain(), NOW);
    assertThat(holder.spiffeId()).isEqualTo(ANNA);
    assertThat(holder.validUntil()).isAfter(NOW);
    assertRefused(broken, bench.plantCertificate(BEGIN, NOW.minusSeconds(6)));
  }

  @Test
  void expiredAcceptedRefusesWhatTheSoundProductRefuses() {
    CertificateCheck broken = bench.broken(new ExpiredAccepted()).certificates();

    assertRefused(broken, bench.plantCertificate(NOW.plusSeconds(2), END));
    assertRefused(broken, bench.foreignCertificate(BEGIN, END));
    assertThatThrownBy(() -> broken.check(List.of(), NOW)).isInstanceOf(CertificateException.class);
  }

  @Test
  void caByNameBelievesALookAlike() throws CertificateException {
    Identity foreign = bench.foreignCertificate(BEGIN, END);

    assertThatThrownBy(() -> bench.sound().certificates().check(foreign.chain(), NOW))
        .isInstanceOf(CertificateException.class);
    assertThat(bench.broken(new CaByName()).certificates().check(foreign.chain(), NOW))
        .isEqualTo(new Holder(ANNA, foreign.leaf().getSerialNumber(), END));
  }

  @Test
  void caByNameRefusesWhatHasEndedOrNotBegunOrIsMissing() {
    CertificateCheck broken = bench.broken(new CaByName()).certificates();

    assertRefused(broken, bench.foreignCertificate(BEGIN, NOW.minusSeconds(1)));
    assertRefused(broken, bench.foreignCertificate(NOW.plusSeconds(1), END));
    assertRefused(broken, bench.plantCertificate(BEGIN, NOW.minusSeconds(1)));
    assertThatThrownBy(() -> broken.check(List.of(), NOW)).isInstanceOf(CertificateException.class);
  }

  @Test
  void oldSessionDroppedEndsSessionsOfAnOlderCertificateOfTheSameStationAtTheSameDoor()
      throws InterruptedException {
    Party party = Workbench.party(Protocol.MODBUS_TCP);
    Session old = new Session(party, holder(1));
    Session same = new Session(party, holder(2));
    Session otherDoor = new Session(Workbench.party(Protocol.OPC_UA), holder(1));
    Session otherStation =
        new Session(new Party("spiffe://tank-farm/asset/HMI-1", party.door()), holder(1));

    bench
        .broken(new OldSessionDropped())
        .succession()
        .arrives(party, holder(2), List.of(old, same, otherDoor, otherStation));

    assertThat(old.ends()).hasSize(1);
    assertThat(same.ends()).isEmpty();
    assertThat(otherDoor.ends()).isEmpty();
    assertThat(otherStation.ends()).isEmpty();
  }

  private static Holder holder(int serial) {
    return new Holder(ANNA, BigInteger.valueOf(serial), END);
  }

  private static void assertRefused(CertificateCheck check, Identity identity) {
    assertThatThrownBy(() -> check.check(identity.chain(), NOW))
        .as("%s", identity)
        .isInstanceOf(CertificateException.class);
  }

  private record Session(Party party, Holder holder, List<String> ends) implements OpenSession {
    Session(Party party, Holder holder) {
      this(party, holder, new ArrayList<>());
    }

    @Override
    public void end(String reason) {
      ends.add(reason);
    }
  }
}
