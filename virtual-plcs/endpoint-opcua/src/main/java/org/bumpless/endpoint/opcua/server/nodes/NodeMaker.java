package org.bumpless.endpoint.opcua.server.nodes;

import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode.UaVariableNodeBuilder;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;

/** Makes nodes of one controller and hangs them up where they belong. */
public record NodeMaker(UaNodeContext context, PlantNamespace namespace) {

  /** A browse name of the plant's namespace. */
  public QualifiedName name(String text) {
    return new QualifiedName(namespace.index(), text);
  }

  /** A browse name that OPC UA itself gives. */
  public static QualifiedName standardName(String text) {
    return new QualifiedName(0, text);
  }

  /**
   * An object.
   *
   * @param kind its type definition
   * @param owner what it hangs on
   * @param by the type of that reference
   */
  public UaObjectNode object(
      NodeId id, QualifiedName name, String description, NodeId kind, NodeId owner, NodeId by) {
    UaObjectNode node =
        new UaObjectNode(
            context,
            id,
            name,
            LocalizedText.english(name.name()),
            LocalizedText.english(description),
            UInteger.MIN,
            UInteger.MIN);
    node.addReference(
        new Reference(id, NodeIds.HasTypeDefinition, kind.expanded(), Reference.Direction.FORWARD));
    hang(node, owner, by);
    return node;
  }

  /** A property with a value that stays. */
  public UaVariableNode property(NodeId owner, QualifiedName name, NodeId dataType, Variant value) {
    UaVariableNode node = property(owner, name, dataType).setValue(new DataValue(value)).build();
    hang(node, owner, NodeIds.HasProperty);
    return node;
  }

  /** A property whose value comes from a filter. */
  public UaVariableNode property(
      NodeId owner, QualifiedName name, NodeId dataType, AttributeFilter live) {
    UaVariableNode node = property(owner, name, dataType).addAttributeFilter(live).build();
    hang(node, owner, NodeIds.HasProperty);
    return node;
  }

  private UaVariableNodeBuilder property(NodeId owner, QualifiedName name, NodeId dataType) {
    return new UaVariableNodeBuilder(context)
        .setNodeId(namespace.property(owner, String.valueOf(name.name())))
        .setBrowseName(name)
        .setDisplayName(LocalizedText.english(name.name()))
        .setDataType(dataType)
        .setTypeDefinition(NodeIds.PropertyType)
        .setAccessLevel(AccessLevel.READ_ONLY)
        .setUserAccessLevel(AccessLevel.READ_ONLY);
  }

  /** Puts a node into the address space, under its owner. */
  public void hang(UaNode node, NodeId owner, NodeId by) {
    node.addReference(
        new Reference(node.getNodeId(), by, owner.expanded(), Reference.Direction.INVERSE));
    context.getNodeManager().addNode(node);
  }
}
