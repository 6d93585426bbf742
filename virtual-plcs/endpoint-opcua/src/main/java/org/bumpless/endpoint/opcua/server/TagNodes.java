package org.bumpless.endpoint.opcua.server;

import java.util.Optional;
import java.util.Set;
import org.bumpless.endpoint.opcua.mapping.EngineeringUnits;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.mapping.UaValues;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagType;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/**
 * Builds what a client sees of a controller: one object with its nameplate as properties (names as
 * in OPC 10000-100, 4.5), and under it one variable per tag, numbers as AnalogItemType and bits as
 * TwoStateDiscreteType (OPC 10000-8, 5.3).
 */
record TagNodes(UaNodeContext context, PlantNamespace namespace) {

  UaObjectNode controller(Asset.Controller controller) {
    NodeId id = namespace.controller(controller.id());
    UaObjectNode node =
        new UaObjectNode(
            context,
            id,
            name(controller.id().value()),
            LocalizedText.english(controller.id().value()),
            LocalizedText.english(controller.title()),
            UInteger.MIN,
            UInteger.MIN);
    node.addReference(forward(id, NodeIds.HasTypeDefinition, NodeIds.BaseObjectType));
    node.addReference(inverse(id, NodeIds.Organizes, NodeIds.ObjectsFolder));
    context.getNodeManager().addNode(node);
    Personality personality = controller.personality();
    text(id, "Manufacturer", personality.vendor());
    text(id, "Model", personality.product());
    text(id, "SoftwareRevision", personality.revision());
    return node;
  }

  /** A tag's variable; its value comes from the filter. */
  UaVariableNode tag(UaObjectNode controller, Tag tag, double scanMillis, AttributeFilter live) {
    NodeId id = namespace.tag(tag.id());
    Set<AccessLevel> access =
        tag.access() == TagAccess.READ_WRITE ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY;
    UaVariableNode node =
        new UaVariableNode.UaVariableNodeBuilder(context)
            .setNodeId(id)
            .setBrowseName(name(tag.id().name()))
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
    node.addReference(inverse(id, NodeIds.HasComponent, controller.getNodeId()));
    context.getNodeManager().addNode(node);
    if (tag.type() == TagType.BOOL) {
      property(id, "FalseState", NodeIds.LocalizedText, Variant.of(LocalizedText.english("off")));
      property(id, "TrueState", NodeIds.LocalizedText, Variant.of(LocalizedText.english("on")));
    } else {
      property(id, "EURange", NodeIds.Range, Variant.ofStruct(new Range(tag.low(), tag.high())));
      Optional.of(tag.unit())
          .flatMap(EngineeringUnits::of)
          .ifPresent(
              unit ->
                  property(id, "EngineeringUnits", NodeIds.EUInformation, Variant.ofStruct(unit)));
    }
    return node;
  }

  private void text(NodeId owner, String name, String text) {
    property(owner, name, NodeIds.String, Variant.ofString(text));
  }

  private void property(NodeId owner, String name, NodeId dataType, Variant value) {
    NodeId id = namespace.property(owner, name);
    // The properties of OPC UA's own types bear browse names of its own namespace.
    boolean ofType = !dataType.equals(NodeIds.String);
    UaVariableNode node =
        new UaVariableNode.UaVariableNodeBuilder(context)
            .setNodeId(id)
            .setBrowseName(ofType ? new QualifiedName(0, name) : name(name))
            .setDisplayName(LocalizedText.english(name))
            .setDataType(dataType)
            .setTypeDefinition(NodeIds.PropertyType)
            .setValue(new DataValue(value))
            .build();
    node.addReference(inverse(id, NodeIds.HasProperty, owner));
    context.getNodeManager().addNode(node);
  }

  private QualifiedName name(String text) {
    return new QualifiedName(namespace.index(), text);
  }

  private static Reference forward(NodeId source, NodeId type, NodeId target) {
    return new Reference(source, type, target.expanded(), Reference.Direction.FORWARD);
  }

  private static Reference inverse(NodeId source, NodeId type, NodeId target) {
    return new Reference(source, type, target.expanded(), Reference.Direction.INVERSE);
  }
}
