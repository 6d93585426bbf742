package org.bumpless.endpoint.opcua.mapping;

import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.TagId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * The OPC UA namespace in which every controller of the plant shows its tags; a tag's NodeId is its
 * written name, for example {@code s=LIC-101.SP}, and stays the same over restarts (OPC 10000-3,
 * 8.2).
 *
 * @param index where a server has the namespace in its NamespaceArray
 */
public record PlantNamespace(UShort index) {
  /** The namespace's URI, by which clients find the index. */
  public static final String URI = "urn:bumpless:plant";

  /** The object that stands for the controller, directly under Objects. */
  public NodeId controller(AssetId controller) {
    return new NodeId(index, controller.value());
  }

  /** The variable that shows a tag. */
  public NodeId tag(TagId tag) {
    return new NodeId(index, tag.toString());
  }

  /** A property of the controller object or of a tag's variable. */
  public NodeId property(NodeId owner, String name) {
    return new NodeId(index, owner.getIdentifier() + "/" + name);
  }

  /**
   * The tag that a variable shows, if the NodeId has the form of one; whether the controller has it
   * is another matter.
   */
  public Optional<TagId> tagOf(NodeId node) {
    if (!index.equals(node.getNamespaceIndex()) || !(node.getIdentifier() instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TagId.parse(text));
    } catch (IllegalArgumentException notATag) {
      return Optional.empty();
    }
  }
}
