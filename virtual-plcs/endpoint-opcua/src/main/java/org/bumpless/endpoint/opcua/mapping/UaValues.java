package org.bumpless.endpoint.opcua.mapping;

import java.util.Optional;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * Tag values as OPC UA built-in types: BOOL is Boolean, INT is Int16, REAL is Float (OPC 30000,
 * 5.2).
 */
public final class UaValues {
  private UaValues() {}

  public static NodeId dataType(TagType type) {
    return switch (type) {
      case BOOL -> NodeIds.Boolean;
      case INT -> NodeIds.Int16;
      case REAL -> NodeIds.Float;
      case STRING -> NodeIds.String;
    };
  }

  public static Variant variant(TagValue value) {
    return switch (value) {
      case TagValue.Bool(boolean b) -> Variant.ofBoolean(b);
      case TagValue.Int(short i) -> Variant.ofInt16(i);
      case TagValue.Real(float r) -> Variant.ofFloat(r);
      case TagValue.Text(String text) -> Variant.ofString(text);
    };
  }

  /** The tag value in a variant; empty if it is not a scalar of exactly one of the three types. */
  public static Optional<TagValue> tagValue(Variant variant) {
    return switch (variant.value()) {
      case Boolean b -> Optional.of(new TagValue.Bool(b));
      case Short i -> Optional.of(new TagValue.Int(i));
      case Float r -> Optional.of(new TagValue.Real(r));
      case null, default -> Optional.empty();
    };
  }
}
