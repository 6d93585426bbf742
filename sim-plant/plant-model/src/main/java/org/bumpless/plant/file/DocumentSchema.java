package org.bumpless.plant.file;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bumpless.plant.file.YamlNode.Entry;
import org.bumpless.plant.file.YamlNode.Mapping;
import org.bumpless.plant.file.YamlNode.Scalar;
import org.bumpless.plant.file.YamlNode.Sequence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shape that one kind of file must have: a JSON Schema of draft 2020-12. */
public final class DocumentSchema {
  private final Schema schema;

  private DocumentSchema(Schema schema) {
    this.schema = schema;
  }

  /**
   * The schema in a resource.
   *
   * @param owner class beside which the resource lies
   * @param resource file name
   */
  public static DocumentSchema ofResource(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(resource + ": no such resource beside " + owner);
      }
      SchemaRegistry registry =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      return new DocumentSchema(registry.getSchema(in, InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records whatever in a document is not of this shape. */
  void check(YamlNode root, Problems problems) {
    SchemaWords words = new SchemaWords(schema.getSchemaNode());
    for (Error error : schema.validate(json(root))) {
      words.record(error, at(root, error.getInstanceLocation()), problems);
    }
  }

  private static YamlNode at(YamlNode root, NodePath path) {
    YamlNode here = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      String name = path.getName(i);
      here =
          switch (here) {
            case Mapping mapping -> mapping.find(name).map(Entry::value).orElse(mapping);
            case Sequence sequence -> sequence.items().get(Integer.parseInt(name));
            case Scalar scalar -> scalar;
          };
    }
    return here;
  }

  private static JsonNode json(YamlNode node) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    return switch (node) {
      case Mapping mapping -> {
        ObjectNode object = make.objectNode();
        mapping.entries().forEach(e -> object.set(e.key().text(), json(e.value())));
        yield object;
      }
      case Sequence sequence -> {
        ArrayNode array = make.arrayNode();
        sequence.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Scalar scalar ->
          switch (scalar.kind()) {
            case NOTHING -> make.nullNode();
            case TRUTH -> make.booleanNode(Boolean.parseBoolean(scalar.text()));
            case WHOLE -> make.numberNode(Long.parseLong(scalar.text()));
            case NUMBER -> make.numberNode(Double.parseDouble(scalar.text()));
            case TEXT -> make.stringNode(scalar.text());
          };
    };
  }
}
