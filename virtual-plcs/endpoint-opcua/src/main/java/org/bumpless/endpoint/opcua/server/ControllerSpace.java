package org.bumpless.endpoint.opcua.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.server.nodes.NodeMaker;
import org.bumpless.endpoint.opcua.server.nodes.TagNodes;
import org.bumpless.endpoint.opcua.server.processor.ProcessorNodes;
import org.bumpless.plant.model.Tag;
import org.bumpless.plc.protocol.ServeSettings;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/** The nodes of one controller, live on its process image. */
final class ControllerSpace extends ManagedNamespaceWithLifecycle {
  private static final double SAMPLING_MILLIS_MAX = 3_600_000;

  private final PlantNamespace namespace;
  private final SubscriptionModel subscriptions;
  private final TagWriter writer;
  private final double scanMillis;

  ControllerSpace(OpcUaServer server, ServeSettings settings) {
    super(server, PlantNamespace.URI);
    namespace = new PlantNamespace(getNamespaceIndex());
    scanMillis = Math.max(1, settings.controller().program().scan().toNanos() / 1e6);
    writer = new TagWriter(settings.tags(), addNodes(settings));
    subscriptions = new SubscriptionModel(server, this);
    getLifecycleManager().addLifecycle(subscriptions);
  }

  PlantNamespace namespace() {
    return namespace;
  }

  private Map<NodeId, Integer> addNodes(ServeSettings settings) {
    NodeMaker maker = new NodeMaker(getNodeContext(), namespace);
    TagNodes nodes = new TagNodes(maker);
    UaObjectNode controller = nodes.controller(settings.controller());
    new ProcessorNodes(maker, settings).hang();
    List<Tag> tags = settings.tags().tags();
    Map<NodeId, Integer> slots = new HashMap<>();
    for (int slot = 0; slot < tags.size(); slot++) {
      LiveTag live = new LiveTag(settings.tags(), slot, settings.clock());
      nodes.tag(controller, tags.get(slot), scanMillis, live);
      slots.put(namespace.tag(tags.get(slot).id()), slot);
    }
    return slots;
  }

  @Override
  public List<StatusCode> write(WriteContext context, List<WriteValue> values) {
    List<WriteValue> ofTags = new ArrayList<>(values.size());
    List<WriteValue> others = new ArrayList<>();
    for (WriteValue value : values) {
      (isTagValue(value) ? ofTags : others).add(value);
    }
    List<StatusCode> tagStatuses = writer.write(ofTags);
    List<StatusCode> otherStatuses = others.isEmpty() ? List.of() : super.write(context, others);
    List<StatusCode> statuses = new ArrayList<>(values.size());
    int tag = 0;
    int other = 0;
    for (WriteValue value : values) {
      statuses.add(isTagValue(value) ? tagStatuses.get(tag++) : otherStatuses.get(other++));
    }
    return statuses;
  }

  private boolean isTagValue(WriteValue value) {
    return AttributeId.Value.isEqual(value.getAttributeId()) && writer.isTag(value.getNodeId());
  }

  @Override
  public RevisedDataItemParameters onCreateDataItem(
      ReadValueId item, Double samplingMillis, UInteger queueSize) {
    return new RevisedDataItemParameters(revised(samplingMillis), queueSize);
  }

  @Override
  public RevisedDataItemParameters onModifyDataItem(
      ReadValueId item, Double samplingMillis, UInteger queueSize) {
    return new RevisedDataItemParameters(revised(samplingMillis), queueSize);
  }

  /** Never faster than the scan: there is nothing new to see, and the loops are shared. */
  private double revised(double samplingMillis) {
    return samplingMillis >= scanMillis
        ? Math.min(samplingMillis, SAMPLING_MILLIS_MAX)
        : scanMillis;
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {
    subscriptions.onDataItemsCreated(items);
  }

  @Override
  public void onDataItemsModified(List<DataItem> items) {
    subscriptions.onDataItemsModified(items);
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {
    subscriptions.onDataItemsDeleted(items);
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {
    subscriptions.onMonitoringModeChanged(items);
  }
}
