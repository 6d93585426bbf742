package org.bumpless.pdp.extauthz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.rpc.Code;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext.Peer;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationBlockingStub;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.DecisionService.Behaviour;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.DeclaredFlows;
import org.bumpless.adapter.records.ServedFacts;
import org.bumpless.adapter.services.ChangeTickets.ChangeTicket;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.testkit.HandWrittenPdp;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy asks over gRPC, on the loopback. */
@Timeout(120)
class ExtAuthzTest {
  private static final String DOOR = "control-to-cell_LIC-1_modbus-tcp";
  private static final AssetId DEVICE = new AssetId("EWS-1");

  private TestSite site;
  private DecisionService service;
  private ManagedChannel channel;
  private AuthorizationBlockingStub proxy;
  private PolicyDecisionPoint pdp = new HandWrittenPdp();
  private String anna;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    site = new TestSite(folder, new RealClock());
    Plant plant = site.pack().plant();
    anna = site.identity("person/anna").spiffeId();
    ServedFacts records = new ServedFacts(site.services());
    AccessFacts facts =
        new AccessFacts(
            records,
            records,
            new DeclaredFlows(plant, site.pack().identity().spiffeId()),
            plant,
            site.clock());
    service =
        new ExtAuthz()
            .serve(
                new Delegate(),
                facts,
                site.listeners(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel =
        NettyChannelBuilder.forAddress(service.url().getHost(), service.url().getPort())
            .usePlaintext()
            .build();
    proxy = AuthorizationGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() throws Exception {
    channel.shutdownNow();
    assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    service.close();
    site.close();
  }

  /** Asks whatever decision point the test has put there. */
  private final class Delegate implements PolicyDecisionPoint {
    @Override
    public Decision evaluate(AccessRequest request) {
      return pdp.evaluate(request);
    }

    @Override
    public void close() {}
  }

  private void annaIsKnown(String role) {
    site.services()
        .directory()
        .put(
            new Directory.Entry(
                anna, Subject.Kind.PERSON, true, Set.of("controls-engineering"), role, DEVICE));
    Instant now = site.clock().instant();
    site.services()
        .tickets()
        .put(
            new ChangeTicket(
                "CHG-1",
                anna,
                Set.of(door().server().id()),
                now.minusSeconds(60),
                now.plusSeconds(3600)));
  }

  private Listener door() {
    return site.listener(DOOR);
  }

  private CheckResponse check(
      String principal, InetSocketAddress to, Map<String, String> extensions) {
    return proxy
        .withDeadlineAfter(Duration.ofSeconds(20))
        .check(
            CheckRequest.newBuilder()
                .setAttributes(
                    AttributeContext.newBuilder()
                        .setSource(Peer.newBuilder().setPrincipal(principal))
                        .setDestination(
                            Peer.newBuilder()
                                .setAddress(
                                    Address.newBuilder()
                                        .setSocketAddress(
                                            SocketAddress.newBuilder()
                                                .setAddress(to.getAddress().getHostAddress())
                                                .setPortValue(to.getPort()))))
                        .putAllContextExtensions(extensions))
                .build());
  }

  private int code(String principal, InetSocketAddress to, Map<String, String> extensions) {
    return check(principal, to, extensions).getStatus().getCode();
  }

  @Test
  void whoMayIsLetThroughAndTheProxyIsToldUntilWhen() {
    annaIsKnown("lead-engineer");

    CheckResponse answer = check(anna, door().front(), Map.of("action", "write"));

    assertThat(answer.getStatus().getCode()).isEqualTo(Code.OK_VALUE);
    assertThat(answer.hasOkResponse()).isTrue();
    Instant until =
        Instant.parse(answer.getDynamicMetadata().getFieldsOrThrow("until").getStringValue());
    assertThat(until).isAfter(site.clock().instant().minusSeconds(20));
  }

  @Test
  void theControllerItselfAndItsNameAreDoorsToo() {
    annaIsKnown("lead-engineer");
    InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    assertThat(code(anna, door().upstream(), Map.of("action", "read"))).isZero();
    assertThat(
            code(
                anna,
                nowhere,
                Map.of("asset", door().server().id().value(), "protocol", "modbus-tcp")))
        .isZero();
  }

  @Test
  void whoMayOnlyReadIsRefusedAWayThroughWhichOneMayWrite() {
    annaIsKnown("");

    assertThat(code(anna, door().front(), Map.of("action", "read"))).isZero();
    assertThat(code(anna, door().front(), Map.of("action", "write")))
        .isEqualTo(Code.PERMISSION_DENIED_VALUE);
    assertThat(code(anna, door().front(), Map.of())).isEqualTo(Code.PERMISSION_DENIED_VALUE);
  }

  @Test
  void aDenialHasItsReasonForBothKindsOfProxy() {
    CheckResponse answer = check(anna, door().front(), Map.of("action", "read"));

    assertThat(answer.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED_VALUE);
    assertThat(answer.getStatus().getMessage()).isEqualTo("refused by hand");
    assertThat(answer.getDeniedResponse().getStatus().getCodeValue()).isEqualTo(403);
    assertThat(answer.getDeniedResponse().getBody()).isEqualTo("refused by hand");
  }

  @Test
  void whatTheRecordsSayCountsAndIsFetchedEachTime() {
    annaIsKnown("lead-engineer");
    assertThat(code(anna, door().front(), Map.of())).isZero();

    site.services().directory().edrHealthy(DEVICE, false);

    assertThat(code(anna, door().front(), Map.of())).isEqualTo(Code.PERMISSION_DENIED_VALUE);
  }

  @Test
  void noDecisionIsUnavailableAndNeitherPermitNorDenial() {
    pdp = answering(new Decision.Indeterminate(Lack.LATE, "no answer within 500 ms"));
    assertFails(Status.Code.UNAVAILABLE, "no decision: no answer within 500 ms");

    pdp =
        answering(
            new Decision.Permit(Decision.Scope.READ_ONLY, site.clock().instant().plusSeconds(5)));
    assertFails(Status.Code.UNAVAILABLE, "narrower than what was asked for");
  }

  private void assertFails(Status.Code code, String told) {
    assertThatThrownBy(() -> check(anna, door().front(), Map.of("action", "write")))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class, e -> assertThat(e.getStatus().getCode()).isEqualTo(code))
        .hasMessageContaining(told);
  }

  private static PolicyDecisionPoint answering(Decision decision) {
    return new PolicyDecisionPoint() {
      @Override
      public Decision evaluate(AccessRequest request) {
        return decision;
      }

      @Override
      public void close() {}
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anna", "CN=anna", "http://anna"})
  void aPrincipalThatIsNoSpiffeIdIsNotUnderstood(String principal) {
    assertNotUnderstood(principal, door().front(), Map.of(), "source.principal: found");
  }

  @Test
  void anUnknownPlaceActionOrProtocolIsNotUnderstood() {
    InetSocketAddress nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    assertNotUnderstood(anna, nowhere, Map.of(), "destination: found \"127.0.0.1:9\", expected a");
    assertNotUnderstood(anna, nowhere, Map.of("asset", "LIC-9"), "destination: found \"LIC-9\"");
    assertNotUnderstood(
        anna, door().front(), Map.of("action", "WRITE"), "context_extensions.action: found");
    assertNotUnderstood(
        anna, door().front(), Map.of("protocol", "smtp"), "over smtp\", expected a door");
    assertNotUnderstood(
        anna, nowhere, Map.of("asset", "LIC-2"), "expected one door, with context_extensions");
  }

  private void assertNotUnderstood(
      String principal, InetSocketAddress to, Map<String, String> extensions, String told) {
    assertThatThrownBy(() -> check(principal, to, extensions))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
        .hasMessageContaining(told);
  }

  @Test
  void anEmptyRequestIsNotUnderstood() {
    assertThatThrownBy(() -> proxy.check(CheckRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT));
  }

  @Test
  void aRequestThatIsTooLongIsRefusedAndTheServiceGoesOn() {
    annaIsKnown("lead-engineer");
    assertThatThrownBy(() -> check(anna, door().front(), Map.of("x", "x".repeat(100_000))))
        .isInstanceOf(StatusRuntimeException.class);

    assertThat(code(anna, door().front(), Map.of())).isZero();
  }

  @Test
  void itFailsAndFallsSilentOnDemand() {
    annaIsKnown("lead-engineer");
    service.behave(Behaviour.FAILING);
    assertFails(Status.Code.INTERNAL, "failing on demand");

    service.behave(Behaviour.SILENT);
    assertThatThrownBy(
            () ->
                proxy
                    .withDeadlineAfter(Duration.ofMillis(300))
                    .check(CheckRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));

    service.behave(Behaviour.SOUND);
    assertThat(code(anna, door().front(), Map.of())).isZero();
  }

  @Test
  void nonsenseIsNeitherYesNorNo() {
    annaIsKnown("lead-engineer");
    service.behave(Behaviour.NONSENSE);

    CheckResponse answer = check(anna, door().front(), Map.of());

    assertThat(answer.getStatus().getCode()).as("0 would be OK").isNotZero();
    assertThat(Code.forNumber(answer.getStatus().getCode())).as("no status of gRPC").isNull();
    assertThat(answer.hasOkResponse() || answer.hasDeniedResponse()).isFalse();
  }

  @Test
  void nothingIsLeftOfIt() {
    assertThat(code(anna, door().front(), Map.of())).isEqualTo(Code.PERMISSION_DENIED_VALUE);

    service.close();

    assertThatCode(service::close).as("closed twice").doesNotThrowAnyException();
    await("threads of the service have ended")
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.getName().startsWith("ext-authz-pdp")));
    assertThatThrownBy(() -> check(anna, door().front(), Map.of()))
        .isInstanceOf(StatusRuntimeException.class);
  }
}
