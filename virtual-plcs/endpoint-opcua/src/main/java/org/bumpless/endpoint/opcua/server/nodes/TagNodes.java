package org.bumpless.endpoint.opcua.server.nodes;

import java.util.Optional;
import java.util.Set;
import org.bumpless.endpoint.opcua.mapping.EngineeringUnits;
import org.bumpless.endpoint.opcua.mapping.UaValues;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagType;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/**
 * Builds what a client sees of a controller: one object with its nameplate as properties (names as
 * in OPC 10000-100, 4.5), and under it one variable per tag, numbers as AnalogItemType and bits as
 * TwoStateDiscreteType (OPC 10000-8, 5.3).
 */
public record TagNodes(NodeMaker maker) {

  /** The controller's object, under Objects. */
  public UaObjectNode controller(Asset.Controller controller) {
    NodeId id = maker.namespace().controller(controller.id());
    UaObjectNode node =
        maker.object(
            id,
            maker.name(controller.id().value()),
            controller.title(),
            NodeIds.BaseObjectType,
            NodeIds.ObjectsFolder,
            NodeIds.Organizes);
    Personality personality = controller.personality();
    text(id, "Manufacturer", personality.vendor());
    text(id, "Model", personality.product());
    text(id, "SoftwareRevision", personality.revision());
    return node;
  }

  /** A tag's variable; its value comes from the filter. */
  public UaVariableNode tag(
      UaObjectNode controller, Tag tag, double scanMillis, AttributeFilter live) {
    NodeId id = maker.namespace().tag(tag.id());
    Set<AccessLevel> access =
        tag.access() == TagAccess.READ_WRITE ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY;
    UaVariableNode node =
        new UaVariableNode.UaVariableNodeBuilder(maker.context())
            .setNodeId(id)
            .setBrowseName(maker.name(tag.id().name()))
            .setDisplayName(LocalizedText.english(tag.id().toString()))
            .setDescription(LocalizedText.english(tag.title()))
            .setDataType(UaValues.dataType(tag.type()))
            .setTypeDefinition(
                tag.type() == TagType.BOOL ? NodeIds.TwoStateDiscreteType : NodeIds.AnalogItemType)
            .setAccessLevel(access)
            .setUserAccessLevel(access)
            .setMinimumSamplingInterval(scanMillis)
            .addAttributeFilter(live)
            .build();
    maker.hang(node, controller.getNodeId(), NodeIds.HasComponent);
    if (tag.type() == TagType.BOOL) {
      ofType(id, "FalseState", NodeIds.LocalizedText, Variant.of(LocalizedText.english("off")));
      ofType(id, "TrueState", NodeIds.LocalizedText, Variant.of(LocalizedText.english("on")));
    } else {
      ofType(id, "EURange", NodeIds.Range, Variant.ofStruct(new Range(tag.low(), tag.high())));
      Optional.of(tag.unit())
          .flatMap(EngineeringUnits::of)
          .ifPresent(
              unit ->
                  ofType(id, "EngineeringUnits", NodeIds.EUInformation, Variant.ofStruct(unit)));
    }
    return node;
  }

  private void text(NodeId owner, String name, String text) {
    maker.property(owner, maker.name(name), NodeIds.String, Variant.ofString(text));
  }

  /** The properties of OPC UA's own types bear browse names of its own namespace. */
  private void ofType(NodeId owner, String name, NodeId dataType, Variant value) {
    maker.property(owner, NodeMaker.standardName(name), dataType, value);
  }
}
