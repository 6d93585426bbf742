package org.bumpless.endpoint.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.opcua.testing.FakeTags;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The judgement over each value of a write, by the words of OPC 10000-4, 5.11.4. */
class TagWriterTest {
  private static final NodeId PV = new NodeId(2, "LIC-101.PV");
  private static final NodeId SP = new NodeId(2, "LIC-101.SP");
  private static final NodeId RUN = new NodeId(2, "LIC-101.RUN");

  private final FakeTags tags = FakeTags.loop("LIC-101");
  private final TagWriter writer = new TagWriter(tags, Map.of(PV, 0, SP, 1, RUN, 4));

  @Test
  void theGoodValuesOfAMixedRequestAreOfferedTogether() {
    List<StatusCode> statuses =
        writer.write(
            List.of(
                write(SP, Variant.ofFloat(1f)),
                write(PV, Variant.ofFloat(2f)),
                write(SP, Variant.ofDouble(3)),
                write(RUN, Variant.ofBoolean(true))));
    assertThat(statuses)
        .extracting(StatusCode::value)
        .containsExactly(
            StatusCode.GOOD.value(),
            StatusCodes.Bad_NotWritable,
            StatusCodes.Bad_TypeMismatch,
            StatusCode.GOOD.value());
    assertThat(tags.offers())
        .containsExactly(
            List.of(
                new Change.Set(1, new TagValue.Real(1f)),
                new Change.Set(4, new TagValue.Bool(true))));
  }

  @Test
  void aFullQueueTurnsOnlyTheGoodOnesIntoBusy() {
    tags.fill();
    assertThat(
            writer.write(List.of(write(SP, Variant.ofFloat(1f)), write(PV, Variant.ofFloat(2f)))))
        .extracting(StatusCode::value)
        .containsExactly(StatusCodes.Bad_ResourceUnavailable, StatusCodes.Bad_NotWritable);
  }

  @Test
  void timestampsStatusesAndIndexRangesAreNotWritten() {
    DateTime now = new DateTime(Instant.EPOCH.plusSeconds(1));
    Variant one = Variant.ofFloat(1f);
    assertThat(
            writer.write(
                List.of(
                    write(SP, new DataValue(one, StatusCode.GOOD, now), null),
                    write(SP, new DataValue(one, StatusCode.UNCERTAIN, null, null), null),
                    write(SP, DataValue.valueOnly(one), "0:1"))))
        .extracting(StatusCode::value)
        .containsExactly(
            StatusCodes.Bad_WriteNotSupported,
            StatusCodes.Bad_WriteNotSupported,
            StatusCodes.Bad_IndexRangeNoData);
    assertThat(tags.offers()).as("nothing good, nothing offered").isEmpty();
  }

  @Test
  void nullsAndArraysAreOfTheWrongType() {
    assertThat(
            writer.write(
                List.of(
                    write(SP, Variant.NULL_VALUE),
                    write(SP, Variant.ofFloatArray(new Float[] {1f})))))
        .extracting(StatusCode::value)
        .containsExactly(StatusCodes.Bad_TypeMismatch, StatusCodes.Bad_TypeMismatch);
  }

  private static WriteValue write(NodeId node, Variant value) {
    return write(node, DataValue.valueOnly(value), null);
  }

  private static WriteValue write(NodeId node, DataValue value, @Nullable String range) {
    return new WriteValue(node, AttributeId.Value.uid(), range, value);
  }
}
