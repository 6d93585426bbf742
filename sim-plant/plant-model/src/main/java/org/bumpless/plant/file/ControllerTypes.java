package org.bumpless.plant.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.LoopSpec;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Protection;
import org.bumpless.plant.model.Protocol;

/** The personalities and controller types of a file: what controllers have in common. */
final class ControllerTypes {
  private final PersonalityReader personalities;
  private final Registry<ControllerType> types;
  private final Registry<ProgramText> programs;
  private final Problems problems;

  ControllerTypes(
      Registry<ProgramText> programs, PersonalityReader personalities, Problems problems) {
    this.programs = programs;
    this.personalities = personalities;
    this.types = new Registry<>("controller type", problems);
    this.problems = problems;
  }

  /**
   * What all controllers of one type have in common.
   *
   * @param io program name to signal, which may begin with {@link AssetReader#DEVICE}
   */
  record ControllerType(
      String id,
      Personality personality,
      String program,
      Duration scan,
      Map<String, Word> io,
      Optional<LoopSpec> loop,
      List<EndpointSpec> endpoints,
      List<TagSpec> tags) {}

  Personality personality(Word reference) throws Unusable {
    return personalities.resolve(reference);
  }

  /** The personality that one controller has in place of that of its type. */
  Personality personality(Word reference, ControllerType type) throws Unusable {
    Personality personality = personality(reference);
    personalities.check(reference, personality, type.endpoints());
    return personality;
  }

  ControllerType type(Word reference) throws Unusable {
    return types.resolve(reference);
  }

  ControllerType type(Section section) throws Unusable {
    Word id = section.word("id");
    types.declare(id);
    List<EndpointSpec> endpoints = section.each("endpoints", endpoint());
    List<TagSpec> tags = section.each("tags", new TagReader(problems)::tag);
    section.probe(
        s -> personalities.resolve(s.word("personality")),
        s -> programs.resolve(s.word("program")),
        s -> s.positive("scan"));
    Map<String, Word> io = io(section);
    Optional<LoopSpec> loop =
        section.has("loop")
            ? Optional.of(new LoopReader(problems, io.keySet(), tags).read(section.section("loop")))
            : Optional.empty();
    Duration scan = section.positive("scan");
    Personality personality = personalities.resolve(section.word("personality"));
    personalities.check(section.word("personality"), personality, endpoints);
    ControllerType type =
        new ControllerType(
            id.text(),
            personality,
            programs.resolve(section.word("program")).name(),
            scan,
            io,
            loop,
            endpoints,
            tags);
    if (endpoints.size() < section.count("endpoints") || tags.size() < section.count("tags")) {
      throw new Unusable(); // a shorter list would make flows look wrong that are right
    }
    types.define(id, type);
    return type;
  }

  private static Map<String, Word> io(Section type) throws Unusable {
    Section section = type.section("io");
    Map<String, Word> io = new LinkedHashMap<>();
    for (Word key : section.keys()) {
      io.put(key.text(), section.word(key.text()));
    }
    return io;
  }

  private static Section.Reader<EndpointSpec> endpoint() {
    List<Protocol> protocols = new ArrayList<>();
    Map<Integer, Protocol> ports = new HashMap<>();
    return section -> {
      Protocol protocol = section.name("protocol", Protocol::new);
      if (protocols.contains(protocol)) {
        throw section.refuse(
            "protocol", "protocol " + protocol + " again", "each protocol once in a type");
      }
      protocols.add(protocol);
      int port = section.whole("port");
      Protocol first = ports.putIfAbsent(port, protocol);
      if (first != null) {
        throw section.refuse(
            "port", "port " + port + " again", "another port: " + first + " is served there");
      }
      return new EndpointSpec(
          protocol, port, unit(section, protocol), protection(section, protocol));
    };
  }

  private static Protection protection(Section section, Protocol protocol) throws Unusable {
    if (!section.has("protection")) {
      return Protection.NONE;
    }
    if (!protocol.equals(Protocol.S7)) {
      throw section.refuse(
          "protection", "a protection with protocol " + protocol, "none: only s7 has one");
    }
    return section.choice("protection", Protection.class, Protection::written);
  }

  private static int unit(Section section, Protocol protocol) throws Unusable {
    boolean modbus = protocol.modbus();
    if (modbus && !section.has("unit")) {
      throw section.refuse(
          "protocol", protocol + " without a unit", "key unit beside it: 0 to 255");
    }
    if (!modbus && section.has("unit")) {
      throw section.refuse(
          "unit", "a unit id with protocol " + protocol, "no unit: only Modbus has one");
    }
    return modbus ? section.whole("unit") : 0;
  }
}
