package org.bumpless.endpoint.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modbus/TCP Security: the bench's own client, and that of another house. */
@Timeout(60)
class SecureModbusTest {
  private static final TestIdentities FOREIGN = TestIdentities.create("foreign-ca");
  private static final Operation READ = new Operation.Read(List.of(TestPlant.id("MODE")));
  private static final Operation WRITE =
      new Operation.Write(TestPlant.id("MODE"), new TagValue.Int((short) 77));
  private static final int MODE_REGISTER = 2;
  private static final byte TLS_ALERT = 21;
  private static final Operation LOAD =
      new Operation.DownloadProgram(TestPlant.CONTROLLER, new ProgramText("next", "next"));

  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestServer(new SecureModbusProvider());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}: read {1}, write {2}")
  @CsvSource({
    "VIEWER, Answered, Refused",
    "OPERATOR, Answered, Answered",
    "ENGINEER, Answered, Answered"
  })
  void aRoleMayDoWhatItSays(Role role, String read, String write) {
    try (ProtocolClient client = server.client(TestServer.IDENTITIES.with(Optional.of(role)))) {
      assertThat(client.perform(READ).getClass().getSimpleName()).isEqualTo(read);
      assertThat(client.perform(WRITE).getClass().getSimpleName()).isEqualTo(write);
    }
    assertThat(server.tags().scan()).hasSize(write.equals("Answered") ? 1 : 0);
  }

  @Test
  void onlyAnEngineerSpeaksToTheLoader() {
    try (ProtocolClient client =
        server.client(TestServer.IDENTITIES.with(Optional.of(Role.OPERATOR)))) {
      assertThat(client.perform(LOAD)).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(server.log()).extracting(Served::request).containsOnly("FC65 beyond its role");
    try (ProtocolClient client =
        server.client(TestServer.IDENTITIES.with(Optional.of(Role.ENGINEER)))) {
      client.perform(LOAD);
    }
    assertThat(server.log().getLast().request()).doesNotContain("beyond its role");
  }

  @Test
  void whoHasNoRoleMayDoNothing() {
    try (ProtocolClient client = server.client(TestServer.IDENTITIES.client())) {
      assertThat(client.perform(READ))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.reason()).contains("exception 1"));
    }
    assertThat(server.log()).extracting(Served::accepted).containsExactly(false);
  }

  @Test
  void strangersAndTheExpiredGetNoFurtherThanTheHandshake() {
    for (Identity shown : List.of(FOREIGN.client(), TestServer.IDENTITIES.expired())) {
      try (ProtocolClient client = server.client(shown)) {
        assertThat(client.perform(READ)).isInstanceOf(Outcome.Refused.class);
      }
    }
    assertThat(server.log()).isEmpty();
  }

  @Test
  void plainModbusIsNotSpoken() throws IOException {
    InetSocketAddress address = server.endpoint().address();
    try (Socket plain = new Socket(address.getAddress(), address.getPort())) {
      plain.setSoTimeout((int) TestServer.TIMEOUT.toMillis());
      plain.getOutputStream().write(HexFormat.of().parseHex("000100000006010300000001"));

      assertThat(plain.getInputStream().readAllBytes()).startsWith(TLS_ALERT);
    }
    assertThat(server.log()).isEmpty();
  }

  @Test
  void aClientOfAnotherHouseReadsAndWrites() throws Exception {
    Identity operator = TestServer.IDENTITIES.with(Optional.of(Role.OPERATOR));
    ModbusTcpClient client = theirs(operator);
    client.connect();
    try {
      client.writeSingleRegister(
          TestPlant.UNIT, new WriteSingleRegisterRequest(MODE_REGISTER, 4_321));
      server.tags().scan();

      assertThat(
              client
                  .readHoldingRegisters(
                      TestPlant.UNIT, new ReadHoldingRegistersRequest(MODE_REGISTER, 1))
                  .registers())
          .containsExactly(4_321 >> 8, (byte) 4_321);
    } finally {
      client.disconnect();
    }
  }

  @Test
  void aViewerOfAnotherHouseIsAnsweredWithExceptionOne() throws Exception {
    ModbusTcpClient client = theirs(TestServer.IDENTITIES.with(Optional.of(Role.VIEWER)));
    client.connect();
    try {
      assertThatThrownBy(
              () ->
                  client.writeSingleRegister(
                      TestPlant.UNIT, new WriteSingleRegisterRequest(MODE_REGISTER, 1)))
          .isInstanceOfSatisfying(
              ModbusResponseException.class, e -> assertThat(e.getExceptionCode()).isEqualTo(1));
    } finally {
      client.disconnect();
    }
  }

  private ModbusTcpClient theirs(Identity identity) throws Exception {
    char[] password = "x".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, password);
    keys.setKeyEntry("own", identity.key(), password, identity.chain().toArray(Certificate[]::new));
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, password);
    for (X509Certificate authority : TestServer.IDENTITIES.trust().authorities()) {
      believed.setCertificateEntry("ca", authority);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    return ModbusTcpClient.create(
        NettyTcpClientTransport.create(
            config ->
                config
                    .setHostname(server.endpoint().address().getHostString())
                    .setPort(server.endpoint().address().getPort())
                    .setTlsEnabled(true)
                    .setKeyManagerFactory(own)
                    .setTrustManagerFactory(trust)));
  }
}
