package org.bumpless.pdp.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object in a message, and where it stands, so that each fault can be told with its place.
 *
 * @param path dotted, empty for the whole message
 */
public record JsonPlace(String path, JsonNode node) {
  private static final int QUOTED_MAX = 60;

  /** The whole message, which must be an object. */
  public static JsonPlace whole(JsonNode node) throws MalformedException {
    if (!node.isObject()) {
      throw new MalformedException("the message", shown(node), "a JSON object");
    }
    return new JsonPlace("", node);
  }

  public JsonPlace object(String name) throws MalformedException {
    JsonNode child = node.path(name);
    if (!child.isObject()) {
      throw new MalformedException(place(name), shown(child), "an object");
    }
    return new JsonPlace(place(name), child);
  }

  /** An object that may be left out; null is not left out. */
  public Optional<JsonPlace> optionalObject(String name) throws MalformedException {
    return node.has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  public String text(String name) throws MalformedException {
    JsonNode child = node.path(name);
    if (!child.isTextual()) {
      throw new MalformedException(place(name), shown(child), "a string");
    }
    return child.textValue();
  }

  public Optional<String> optionalText(String name) throws MalformedException {
    return node.has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A text that is one of the keys. */
  public <T> T oneOf(String name, Map<String, T> known) throws MalformedException {
    String word = text(name);
    T meaning = known.get(word);
    if (meaning == null) {
      throw new MalformedException(
          place(name),
          shown(node.path(name)),
          "one of " + String.join(", ", known.keySet().stream().sorted().toList()));
    }
    return meaning;
  }

  public boolean bool(String name) throws MalformedException {
    JsonNode child = node.path(name);
    if (!child.isBoolean()) {
      throw new MalformedException(place(name), shown(child), "true or false");
    }
    return child.booleanValue();
  }

  /** A moment in the form of RFC 3339 in UTC, to the nanosecond. */
  public Instant instant(String name) throws MalformedException {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new MalformedException(
          place(name),
          shown(node.path(name)),
          "a moment in UTC, for example 2026-03-01T08:00:00Z (" + e.getMessage() + ")");
    }
  }

  public Set<String> texts(String name) throws MalformedException {
    JsonNode child = node.path(name);
    if (!child.isArray()) {
      throw new MalformedException(place(name), shown(child), "an array of strings");
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode element : child) {
      if (!element.isTextual()) {
        throw new MalformedException(place(name), shown(element), "strings only");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  public String place(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "nothing";
    }
    String text = node.toString();
    return text.length() <= QUOTED_MAX ? text : text.substring(0, QUOTED_MAX) + "...";
  }
}
