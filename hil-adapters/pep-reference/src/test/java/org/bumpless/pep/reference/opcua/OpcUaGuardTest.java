package org.bumpless.pep.reference.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bumpless.pep.reference.opcua.UaChunks.BASIC256SHA256;
import static org.bumpless.pep.reference.opcua.UaChunks.NONE;
import static org.bumpless.pep.reference.opcua.UaChunks.chunk;
import static org.bumpless.pep.reference.opcua.UaChunks.hello;
import static org.bumpless.pep.reference.opcua.UaChunks.join;
import static org.bumpless.pep.reference.opcua.UaChunks.message;
import static org.bumpless.pep.reference.opcua.UaChunks.open;
import static org.bumpless.pep.reference.opcua.UaChunks.request;
import static org.bumpless.pep.reference.opcua.UaChunks.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.pep.reference.frames.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpcUaGuardTest {
  private static final int READ = 631;
  private static final int WRITE = 673;
  private static final byte[] SECURED = join(hello(), open(BASIC256SHA256));
  private static final byte[] DISCOVERY = join(hello(), open(NONE));

  @ParameterizedTest
  @ValueSource(ints = {428, 422, 461, 467, 473, 479, 631, 527, 533, 554, 751, 787, 826, 847})
  void readingServicesPassInReadOnlySessions(int service) throws IOException {
    assertPasses(Scope.READ_ONLY, join(SECURED, request(51, service)));
  }

  @ParameterizedTest
  @ValueSource(ints = {673, 700, 712, 664, 841, 775, 488, 494, 500, 506, 0, 1, 255, 65535})
  void whatIsNotOnTheListEndsAReadOnlySession(int service) throws IOException {
    assertEnds(
        Scope.READ_ONLY,
        join(SECURED, request(51, READ), request(52, service)),
        "service " + service + " is not on the list");
    assertPasses(Scope.READ_WRITE, join(SECURED, request(51, service)));
  }

  @Test
  void otherSpellingsOfAServiceIdAreReadToo() throws IOException {
    byte[] numeric = join(new byte[] {2, 0, 0}, UaChunks.u32(WRITE), new byte[9]);
    assertEnds(Scope.READ_ONLY, join(SECURED, message('F', 1, 1, numeric)), "service 673 is not");
    byte[] foreign = {1, 2, (byte) READ, READ >> 8, 0, 0};
    assertEnds(Scope.READ_ONLY, join(SECURED, message('F', 1, 1, foreign)), "cannot be read");
    assertEnds(
        Scope.READ_ONLY, join(SECURED, message('F', 1, 1, new byte[] {1, 0, 0x77})), "cannot");
  }

  @Test
  void encryptedMessagesEndAReadOnlySessionAndPassInAReadWriteOne() throws IOException {
    byte[] cipher = new byte[64];
    new SplittableRandom(7).nextBytes(cipher);
    byte[] stream = join(SECURED, chunk("MSG", 'F', cipher));
    assertEnds(Scope.READ_ONLY, stream, "cannot be read: read-only sessions need mode Sign");
    assertPasses(Scope.READ_WRITE, stream);
  }

  @Test
  void aHarmlessLookingMessageOutOfSequenceEndsAReadOnlySession() throws IOException {
    assertEnds(
        Scope.READ_ONLY, join(SECURED, request(51, READ), request(77, READ)), "cannot be read");
    assertPasses(
        Scope.READ_ONLY, join(SECURED, request(51, READ), open(BASIC256SHA256), request(53, READ)));
    assertPasses(Scope.READ_ONLY, join(SECURED, request(-1023, READ), request(5, READ)));
  }

  @Test
  void onlyTheFirstChunkOfAMessageNamesTheService() throws IOException {
    assertPasses(
        Scope.READ_ONLY,
        join(
            SECURED,
            message('C', 51, 9, service(READ)),
            message('C', 52, 9, new byte[100]),
            message('F', 53, 9, service(WRITE)),
            request(54, READ)));
    assertEnds(
        Scope.READ_ONLY,
        join(SECURED, message('C', 51, 9, service(READ)), message('F', 52, 10, service(WRITE))),
        "chunk of another message");
    assertEnds(Scope.READ_ONLY, join(SECURED, message('A', 51, 9, new byte[8])), "never began");
    assertPasses(
        Scope.READ_ONLY,
        join(SECURED, message('C', 51, 9, service(READ)), message('A', 52, 9, new byte[8])));
  }

  @Test
  void theRestOfAMessageBegunInAWiderScopeDoesNotPassInANarrowerOne() throws IOException {
    OpcUaGuard guard = new OpcUaGuard();
    byte[] begun = join(SECURED, message('C', 51, 9, service(WRITE)));
    assertThat(Segments.decisions(guard, Scope.READ_WRITE, Segments.whole(begun))).hasSize(3);
    byte[] rest = message('F', 52, 9, new byte[40]);
    assertThat(Segments.decisions(guard, Scope.READ_ONLY, Segments.whole(rest)).getFirst())
        .startsWith("end ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://opcfoundation.org/UA/SecurityPolicy#Basic256",
        "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha25",
        "http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha2567",
        "http://opcfoundation.org/UA/SecurityPolicy#Basic128Rsa15",
        "none",
        ""
      })
  void otherSecurityPoliciesAreRefusedInEveryScope(String policy) throws IOException {
    for (Scope scope : Scope.values()) {
      assertEnds(scope, join(hello(), open(policy)), "security policy other than Basic256Sha256");
    }
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void aChannelWithoutSecurityServesDiscoveryOnly(Scope scope) throws IOException {
    assertPasses(scope, join(DISCOVERY, request(2, 428), request(3, 422)));
    for (int service : List.of(461, READ, WRITE)) {
      assertEnds(scope, join(DISCOVERY, request(2, service)), "service " + service + " is not");
    }
    assertEnds(
        scope, join(DISCOVERY, open(BASIC256SHA256)), "security policy changed on an open channel");
    assertEnds(scope, join(SECURED, open(NONE)), "security policy changed on an open channel");
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void messagesOutOfTheirOrderEndTheSession(Scope scope) throws IOException {
    assertEnds(scope, open(BASIC256SHA256), "no Hello at the start");
    assertEnds(scope, request(1, READ), "message before a channel");
    assertEnds(scope, join(hello(), request(1, READ)), "message before a channel");
    assertEnds(scope, join(hello(), hello()), "second Hello");
    assertEnds(scope, chunk("HEL", 'F', new byte[10]), "Hello of 18 bytes");
    assertEnds(scope, chunk("HEL", 'F', new byte[8000]), "Hello of 8008 bytes");
    assertEnds(scope, chunk("HEL", 'C', new byte[24]), "chunk type C where only F");
    assertEnds(scope, join(hello(), chunk("ACK", 'F', new byte[20])), "no client sends");
    assertEnds(scope, join(SECURED, chunk("MSG", 'X', new byte[40])), "chunk type X");
    assertEnds(scope, join(hello(), chunk("OPN", 'F', new byte[4])), "security policy other");
    assertEnds(scope, chunk("GET", 'F', new byte[4]), "no Hello");
  }

  @Test
  void closingPasses() throws IOException {
    assertPasses(Scope.READ_ONLY, join(SECURED, chunk("CLO", 'F', new byte[60])));
    assertPasses(Scope.READ_ONLY, join(hello(), chunk("ERR", 'F', new byte[12])));
  }

  @Test
  void impossibleSizesAreMalformed() throws IOException {
    for (int size : new int[] {0, 7, 65_537, -1}) {
      byte[] stream = join(SECURED, UaChunks.header("MSG", 'F', size));
      assertEnds(Scope.READ_WRITE, stream, "malformed message");
    }
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void decisionsDoNotDependOnHowTheStreamIsCut(Scope scope) throws IOException {
    long seed = ThreadLocalRandom.current().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    int[] services = {READ, READ, 826, 527, WRITE};
    for (int round = 0; round < 200; round++) {
      List<byte[]> chunks = new ArrayList<>(List.of(SECURED));
      for (int i = 1; i <= random.nextInt(10); i++) {
        chunks.add(request(i, services[random.nextInt(services.length)]));
      }
      byte[] stream = join(chunks.toArray(byte[][]::new));
      if (random.nextInt(3) == 0) {
        stream[random.nextInt(stream.length)] = (byte) random.nextInt(256);
      }
      List<String> expected = decisions(scope, stream);
      String about = "seed " + seed + ", round " + round;
      assertThat(Segments.decisions(new OpcUaGuard(), scope, Segments.bytes(stream)))
          .as(about)
          .isEqualTo(expected);
      assertThat(Segments.decisions(new OpcUaGuard(), scope, Segments.random(stream, random)))
          .as(about)
          .isEqualTo(expected);
    }
  }

  private static void assertPasses(Scope scope, byte[] stream) throws IOException {
    assertThat(decisions(scope, stream)).isNotEmpty().noneMatch(d -> d.startsWith("end"));
  }

  private static void assertEnds(Scope scope, byte[] stream, String reason) throws IOException {
    assertThat(decisions(scope, stream).getLast()).startsWith("end ").contains(reason);
  }

  private static List<String> decisions(Scope scope, byte[] stream) throws IOException {
    return Segments.decisions(new OpcUaGuard(), scope, Segments.whole(stream));
  }
}
