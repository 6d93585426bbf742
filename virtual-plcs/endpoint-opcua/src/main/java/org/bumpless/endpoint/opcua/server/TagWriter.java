package org.bumpless.endpoint.opcua.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.endpoint.opcua.mapping.UaValues;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes of tag values into the process image (OPC 10000-4, 5.11.4): each value is judged by
 * itself, and the good ones of a request are offered in one piece, so that one scan applies them
 * together.
 *
 * @param slots the variables that are tags, and where they stand in the process image
 */
record TagWriter(LiveTags tags, Map<NodeId, Integer> slots) {
  private static final StatusCode NOT_WRITABLE = new StatusCode(StatusCodes.Bad_NotWritable);
  private static final StatusCode TYPE_MISMATCH = new StatusCode(StatusCodes.Bad_TypeMismatch);
  private static final StatusCode NO_INDEX = new StatusCode(StatusCodes.Bad_IndexRangeNoData);
  private static final StatusCode VALUE_ONLY = new StatusCode(StatusCodes.Bad_WriteNotSupported);

  /** What a full write queue is answered with: try again after the next scan. */
  private static final StatusCode QUEUE_FULL = new StatusCode(StatusCodes.Bad_ResourceUnavailable);

  TagWriter {
    slots = Map.copyOf(slots);
  }

  boolean isTag(NodeId node) {
    return slots.containsKey(node);
  }

  /**
   * Writes values of tags.
   *
   * @param values each the Value attribute of a node for which {@link #isTag} holds
   * @return one status for each value, in their order
   */
  List<StatusCode> write(List<WriteValue> values) {
    List<LiveTags.Change> changes = new ArrayList<>(values.size());
    List<StatusCode> statuses = new ArrayList<>(values.size());
    for (WriteValue value : values) {
      int slot = slots.getOrDefault(value.getNodeId(), -1);
      Tag tag = tags.tags().get(slot);
      StatusCode refusal = refusal(tag, value);
      if (refusal == null) {
        refusal =
            content(tag, value)
                .map(
                    content -> {
                      changes.add(new LiveTags.Change.Set(slot, content));
                      return StatusCode.GOOD;
                    })
                .orElse(TYPE_MISMATCH);
      }
      statuses.add(refusal);
    }
    if (!changes.isEmpty() && !tags.offer(List.copyOf(changes))) {
      statuses.replaceAll(status -> status.isGood() ? QUEUE_FULL : status);
    }
    return statuses;
  }

  private static @Nullable StatusCode refusal(Tag tag, WriteValue write) {
    if (tag.access() == TagAccess.READ_ONLY) {
      return NOT_WRITABLE;
    }
    String range = write.getIndexRange();
    if (range != null && !range.isEmpty()) {
      return NO_INDEX;
    }
    DataValue value = write.getValue();
    return given(value.sourceTime())
            || given(value.serverTime())
            || value.statusCode() != null && !value.statusCode().isGood()
        ? VALUE_ONLY
        : null;
  }

  private static boolean given(@Nullable DateTime time) {
    return time != null && time.isNotNull();
  }

  private static Optional<TagValue> content(Tag tag, WriteValue write) {
    return UaValues.tagValue(write.getValue().value()).filter(value -> value.type() == tag.type());
  }
}
