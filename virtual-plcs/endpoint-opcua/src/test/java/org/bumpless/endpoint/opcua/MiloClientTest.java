package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The controller as a client that is not ours sees it: an ordinary Milo client, anonymous on an old
 * controller.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiloClientTest {
  private Rig rig;
  private OpcUaClient client;
  private PlantNamespace namespace;

  @BeforeAll
  void start() throws UaException {
    rig = new Rig(new OpcUaProvider(), Rig.Pki.create(), true, 100);
    String url = "opc.tcp://127.0.0.1:" + rig.endpoint.address().getPort();
    client =
        OpcUaClient.create(
            url,
            endpoints ->
                endpoints.stream()
                    .filter(e -> SecurityPolicy.None.getUri().equals(e.getSecurityPolicyUri()))
                    .findFirst(),
            transport -> {},
            config -> config.setIdentityProvider(new AnonymousProvider()));
    client.connect();
    namespace = new PlantNamespace(client.getNamespaceTable().getIndex(PlantNamespace.URI));
  }

  @AfterAll
  void stop() throws UaException {
    client.disconnect();
    rig.close();
  }

  @Test
  void theControllerStandsUnderObjectsWithItsNameplateAndItsTags() throws UaException {
    NodeId controller = namespace.controller(rig.controller.id());
    assertThat(names(NodeIds.ObjectsFolder)).contains("LIC-101");
    assertThat(names(controller))
        .containsExactlyInAnyOrder(
            "Manufacturer",
            "Model",
            "SoftwareRevision",
            "Processor",
            "PV",
            "SP",
            "QI",
            "MODE",
            "RUN");
    assertThat(value(namespace.property(controller, "Manufacturer"))).isEqualTo("Kettle & Sons");
    assertThat(value(namespace.property(controller, "Model"))).isEqualTo("LC-20");
    assertThat(value(namespace.property(controller, "SoftwareRevision"))).isEqualTo("1.4");
    assertThat(value(NodeIds.Server_ServerStatus_BuildInfo_ManufacturerName))
        .isEqualTo("Kettle & Sons");
  }

  @Test
  void aNumberIsAnAnalogItemWithItsUnitAndRange() throws UaException {
    NodeId flow = tag("QI");
    assertThat(names(flow)).containsExactlyInAnyOrder("EURange", "EngineeringUnits");
    Range range = (Range) decoded(namespace.property(flow, "EURange"));
    assertThat(range.getLow()).isEqualTo(0.0);
    assertThat(range.getHigh()).isEqualTo(100.0);
    EUInformation unit = (EUInformation) decoded(namespace.property(flow, "EngineeringUnits"));
    assertThat(unit.getUnitId()).as("G51").isEqualTo(4666673);
    assertThat(unit.getDisplayName()).isEqualTo(LocalizedText.english("l/s"));
    assertThat(attribute(flow, AttributeId.Description))
        .isEqualTo(LocalizedText.english("QI of the tank's level loop"));
    assertThat(attribute(flow, AttributeId.DataType)).isEqualTo(NodeIds.Float);
    assertThat(typeOf(flow)).isEqualTo(NodeIds.AnalogItemType);
  }

  @Test
  void aBitIsATwoStateItem() throws UaException {
    assertThat(typeOf(tag("RUN"))).isEqualTo(NodeIds.TwoStateDiscreteType);
    assertThat(names(tag("RUN"))).containsExactlyInAnyOrder("FalseState", "TrueState");
    assertThat(attribute(tag("RUN"), AttributeId.DataType)).isEqualTo(NodeIds.Boolean);
  }

  @Test
  void accessLevelsTellTheTagsAndTheUsersRights() throws UaException {
    UByte look = AccessLevel.toValue(AccessLevel.READ_ONLY);
    assertThat(attribute(tag("PV"), AttributeId.AccessLevel)).isEqualTo(look);
    assertThat(attribute(tag("SP"), AttributeId.AccessLevel))
        .isEqualTo(AccessLevel.toValue(AccessLevel.READ_WRITE));
    assertThat(attribute(tag("SP"), AttributeId.UserAccessLevel)).isEqualTo(look);
  }

  @Test
  void anAnonymousUserChangesNothingAnywhere() throws UaException {
    for (NodeId node :
        List.of(tag("SP"), NodeIds.Server_ServerDiagnostics_EnabledFlag, NodeIds.Server)) {
      assertThat(write(node, DataValue.valueOnly(Variant.ofBoolean(false))))
          .isEqualTo(new StatusCode(StatusCodes.Bad_UserAccessDenied));
    }
    assertThat(rig.tags.offers()).isEmpty();
  }

  @Test
  void aSubscriptionTellsEachChangeOfTheLiveValue() throws UaException {
    OpcUaSubscription subscription = new OpcUaSubscription(client, 20.0);
    subscription.create();
    Queue<Object> seen = new ConcurrentLinkedQueue<>();
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(tag("PV"));
    item.setSamplingInterval(0.0);
    item.setDataValueListener((i, value) -> seen.add(String.valueOf(value.value().value())));
    subscription.addMonitoredItem(item);
    subscription.synchronizeMonitoredItems();
    assertThat(item.getRevisedSamplingInterval()).as("never faster than the scan").contains(10.0);
    for (float level : new float[] {12.5f, 13.5f, 14.5f}) {
      rig.tags.set(0, new TagValue.Real(level));
      await("notification of " + level)
          .atMost(Duration.ofSeconds(10))
          .until(() -> seen.contains(String.valueOf(level)));
    }
    subscription.delete();
    assertThat(rig.log)
        .anySatisfy(
            served -> {
              assertThat(served.request()).isEqualTo("CreateMonitoredItems 1 node");
              assertThat(served.tags()).containsExactly(TagId.parse("LIC-101.PV"));
            });
  }

  @Test
  void aValueHasTheTimeOfTheBench() throws UaException {
    DataValue value =
        client.readValues(0.0, TimestampsToReturn.Both, List.of(tag("PV"))).getFirst();
    DateTime source = value.sourceTime();
    assertThat(source).isNotNull();
    assertThat(source.getJavaInstant())
        .isBetween(
            rig.clock.instant().minus(Duration.ofMinutes(1)),
            rig.clock.instant().plus(Duration.ofMinutes(1)));
  }

  private NodeId tag(String name) {
    return namespace.tag(new TagId(rig.controller.id(), name));
  }

  private @Nullable Object value(NodeId node) throws UaException {
    return client
        .readValues(0.0, TimestampsToReturn.Neither, List.of(node))
        .getFirst()
        .value()
        .value();
  }

  private Object decoded(NodeId node) throws UaException {
    return ((ExtensionObject) Objects.requireNonNull(value(node)))
        .decode(client.getStaticEncodingContext());
  }

  private @Nullable Object attribute(NodeId node, AttributeId attribute) throws UaException {
    return client
        .read(
            0.0,
            TimestampsToReturn.Neither,
            List.of(new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE)))
        .getResults()[0]
        .value()
        .value();
  }

  private StatusCode write(NodeId node, DataValue value) throws UaException {
    return client.write(List.of(new WriteValue(node, AttributeId.Value.uid(), null, value)))
        .getResults()[0];
  }

  private List<String> names(NodeId node) throws UaException {
    return client.getAddressSpace().browse(node).stream()
        .map(ReferenceDescription::getBrowseName)
        .map(QualifiedName::name)
        .toList();
  }

  private NodeId typeOf(NodeId node) throws UaException {
    return client.getAddressSpace().getVariableNode(node).getTypeDefinition().getNodeId();
  }
}
