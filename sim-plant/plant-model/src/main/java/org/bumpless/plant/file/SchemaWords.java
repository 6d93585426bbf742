package org.bumpless.plant.file;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Collection;
import java.util.List;
import org.bumpless.plant.file.YamlNode.Entry;
import org.bumpless.plant.file.YamlNode.Mapping;
import tools.jackson.databind.JsonNode;

/**
 * Says in our words what a schema validator has to say. Where the schema carries a {@code
 * description}, that is what was expected.
 */
final class SchemaWords {
  private final JsonNode root;

  SchemaWords(JsonNode root) {
    this.root = root;
  }

  void record(Error error, YamlNode at, Problems problems) {
    JsonNode schema = enclosingSchema(error);
    JsonNode rule = schema.path(error.getKeyword());
    switch (error.getKeyword()) {
      case "additionalProperties", "propertyNames" -> unknownKey(error, at, schema, problems);
      case "required" ->
          problems.add(
              at.place(),
              "no key " + Quoted.of(error.getProperty()),
              "key "
                  + error.getProperty()
                  + " with "
                  + expected(schema.path("properties").path(error.getProperty())));
      case "type" -> problems.add(at.place(), at.described(), expected(schema));
      case "enum" -> problems.add(at.place(), at.described(), Quoted.oneOf(texts(rule.values())));
      case "pattern" -> problems.add(at.place(), at.described(), expected(schema));
      case "minimum" -> problems.add(at.place(), at.described(), rule + " or more");
      case "exclusiveMinimum" -> problems.add(at.place(), at.described(), "more than " + rule);
      case "maximum" -> problems.add(at.place(), at.described(), rule + " or less");
      case "minItems" -> problems.add(at.place(), at.described(), rule + " or more in it");
      case "minProperties" -> problems.add(at.place(), "too few keys", rule + " keys or more");
      case "minLength" -> problems.add(at.place(), at.described(), "text that is not empty");
      case "maxLength" ->
          problems.add(at.place(), at.described(), "text of at most " + rule + " characters");
      default -> problems.add(at.place(), at.described(), error.getMessage());
    }
  }

  private static void unknownKey(Error error, YamlNode at, JsonNode schema, Problems problems) {
    String key = error.getProperty();
    Place place =
        at instanceof Mapping mapping
            ? mapping.find(key).map(Entry::key).map(Word::place).orElse(at.place())
            : at.place();
    problems.add(
        place,
        "unknown key " + Quoted.of(key),
        Quoted.oneOf(schema.path("properties").propertyNames()));
  }

  /** What a schema allows, in words. */
  private String expected(JsonNode schema) {
    JsonNode at = schema;
    while (at.path("description").isMissingNode() && at.has("$ref")) {
      at = root.at(at.path("$ref").asString().substring(1));
    }
    if (at.has("description")) {
      return at.path("description").asString();
    }
    if (at.has("enum")) {
      return Quoted.oneOf(texts(at.path("enum").values()));
    }
    return switch (at.path("type").asString()) {
      case "object" -> "a mapping: key, colon, value";
      case "array" -> "a list";
      case "string" -> "text (in quotes if it looks like something else)";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> "a value";
    };
  }

  private JsonNode enclosingSchema(Error error) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    JsonNode here = root;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      here =
          here.isArray()
              ? here.path(Integer.parseInt(fragment.getName(i)))
              : here.path(fragment.getName(i));
    }
    return here;
  }

  private static List<String> texts(Collection<JsonNode> values) {
    return values.stream().map(JsonNode::asString).toList();
  }
}
