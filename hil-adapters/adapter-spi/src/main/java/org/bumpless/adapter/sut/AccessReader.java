package org.bumpless.adapter.sut;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.file.Problems;
import org.bumpless.plant.file.Section;
import org.bumpless.plant.file.Unusable;
import org.bumpless.plant.file.Word;

/** Reads how clients get through a product: the part of the file that is named like the access. */
final class AccessReader {
  private final Problems problems;

  AccessReader(Problems problems) {
    this.problems = problems;
  }

  /** The ways through a product; those with a gate have a part of the file that says the rest. */
  private enum Kind {
    TRANSPARENT(false),
    TLS(false),
    HTTP_CONNECT(true),
    SOCKS(true),
    SSH_JUMP(true),
    BROKER(true);

    private final boolean described;

    Kind(boolean described) {
      this.described = described;
    }

    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Access read(Section root, Deployment deployment) throws Unusable {
    Kind kind = root.choice("access", Kind.class, Kind::written);
    for (Kind other : Kind.values()) {
      if (other != kind && root.has(other.written())) {
        throw root.refuse(
            other.written(),
            "key " + other.written() + " with access " + kind.written(),
            kind.described ? "key " + kind.written() + " only" : "no such key");
      }
    }
    if (kind.described && deployment.inThePath()) {
      throw root.refuse(
          "access",
          "access " + kind.written() + " of a product in the path of the packets, whom nobody asks",
          "transparent or tls, or a deployment without interception");
    }
    if (kind.described && !root.has(kind.written())) {
      throw root.refuse(
          "access",
          "access " + kind.written() + " without key " + kind.written(),
          "key " + kind.written() + " beside it, which says at least the port of the gate");
    }
    return switch (kind) {
      case TRANSPARENT -> new Access.Transparent();
      case TLS -> new Access.Tls();
      case HTTP_CONNECT -> {
        Section its = root.section(kind.written());
        yield new Access.HttpConnect(its.whole("port"), tls(its));
      }
      case SOCKS -> {
        Section its = root.section(kind.written());
        yield new Access.Socks(its.whole("port"), tls(its));
      }
      case SSH_JUMP -> {
        Section its = root.section(kind.written());
        yield new Access.SshJump(its.whole("port"), its.text("user"));
      }
      case BROKER -> broker(root.section(kind.written()));
    };
  }

  private static boolean tls(Section section) throws Unusable {
    return section.has("tls") && section.flag("tls");
  }

  private Access.Broker broker(Section section) throws Unusable {
    Map<String, String> headers = new LinkedHashMap<>();
    if (section.has("headers")) {
      Section list = section.section("headers");
      for (Word name : list.keys()) {
        headers.put(name.text(), pattern(list, name.text()));
      }
    }
    Access.Onward onward = section.choice("onward", Access.Onward.class, Access.Onward::label);
    return new Access.Broker(
        section.whole("port"),
        tls(section),
        section.text("method"),
        pattern(section, "path"),
        headers,
        section.has("body") ? pattern(section, "body") : "",
        answer(section.section("answer"), onward),
        onward);
  }

  private static Access.Answer answer(Section section, Access.Onward onward) throws Unusable {
    if (section.has("certificate") != section.has("key")) {
      String there = section.has("key") ? "key" : "certificate";
      throw section.refuse(there, "only one of certificate and key", "both of them, or neither");
    }
    if (section.has("certificate") && onward != Access.Onward.TLS) {
      throw section.refuse(
          "certificate", "a certificate with onward " + onward.label(), "onward tls");
    }
    if (section.has("authorization") && onward != Access.Onward.HTTP_CONNECT) {
      throw section.refuse(
          "authorization", "an authorization with onward " + onward.label(), "onward http-connect");
    }
    return new Access.Answer(
        section.text("address"),
        section.text("port"),
        optional(section, "certificate"),
        optional(section, "key"),
        optional(section, "authorization"));
  }

  private static Optional<String> optional(Section section, String key) throws Unusable {
    return section.has(key) ? Optional.of(section.text(key)) : Optional.empty();
  }

  private String pattern(Section section, String key) throws Unusable {
    Word word = section.word(key);
    Set<String> unknown = Patterns.unknown(word.text());
    if (!unknown.isEmpty()) {
      problems.add(
          word.place(),
          "unknown variable \"" + String.join("\", \"", unknown) + "\"",
          "one of " + Patterns.VARIABLES.stream().sorted().collect(Collectors.joining(", ")));
    }
    return word.text();
  }
}
