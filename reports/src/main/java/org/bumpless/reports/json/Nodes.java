package org.bumpless.reports.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Function;
import org.bumpless.scenario.timing.Interval;
import org.bumpless.scenario.timing.Samples;

/** Small pieces of JSON that several parts of a report need. */
final class Nodes {
  private static final double PLACES = 10_000;

  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  static <T> ArrayNode list(Collection<T> things, Function<T, JsonNode> node) {
    ArrayNode array = array();
    things.forEach(thing -> array.add(node.apply(thing)));
    return array;
  }

  /** Nanoseconds; null where an answer never came and there is no bound. */
  static JsonNode nanos(long nanos) {
    return nanos == Samples.LOST || nanos == -Samples.LOST
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance.numberNode(nanos);
  }

  /** A value of the process, to four places; null where it is no number. */
  static JsonNode value(double value) {
    return Double.isFinite(value)
        ? JsonNodeFactory.instance.numberNode(Math.round(value * PLACES) / PLACES)
        : JsonNodeFactory.instance.nullNode();
  }

  /** A figure with its interval. */
  static ObjectNode interval(Interval interval) {
    ObjectNode node = object();
    node.set("lowNanos", nanos(interval.low()));
    node.set("valueNanos", nanos(interval.value()));
    node.set("highNanos", nanos(interval.high()));
    return node.put("claimed", interval.claimed());
  }
}
