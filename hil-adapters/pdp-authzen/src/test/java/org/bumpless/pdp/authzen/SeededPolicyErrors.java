package org.bumpless.pdp.authzen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.StoppedClock;
import org.bumpless.pdp.cedar.CedarPdpProvider;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The shipped policy as it is, and with one mistake each. */
final class SeededPolicyErrors {
  private static final Path SHIPPED =
      Path.of("..", "..", "scenarios", "suts", "reference", "policies");
  private static final String POLICY = "plant.cedar";

  private SeededPolicyErrors() {}

  /** One mistake in the policy. */
  record Seeded(String id, List<Edit> edits, List<String> dropped, String appended) {
    /** The policy with the mistake in it. */
    String applied(String policy) {
      String text = policy;
      for (Edit edit : edits) {
        text = edit.applied(id, text);
      }
      for (String gone : dropped) {
        text = once(id, "@id(\"" + gone + "\")", text);
        int begin = text.indexOf("@id(\"" + gone + "\")");
        text = text.substring(0, begin) + text.substring(text.indexOf(";", begin) + 1);
      }
      return text + appended;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** Other text in the place of what stands there once. */
  record Edit(String from, String to) {
    String applied(String id, String text) {
      return once(id, from, text).replace(from, to);
    }
  }

  private static String once(String id, String wanted, String text) {
    int first = text.indexOf(wanted);
    if (first < 0 || first != text.lastIndexOf(wanted)) {
      throw new IllegalStateException(
          id + ": found " + (first < 0 ? "no" : "more than one") + " \"" + wanted + "\"");
    }
    return text;
  }

  /** All that are written down, in their order. */
  static List<Seeded> all() {
    List<Seeded> all = new ArrayList<>();
    try (InputStream in =
        SeededPolicyErrors.class.getResourceAsStream("/seeded-policy-errors.yaml")) {
      Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      for (Object entry : (List<?>) written) {
        all.add(seeded((Map<?, ?>) entry));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static Seeded seeded(Map<?, ?> entry) {
    List<Edit> edits = new ArrayList<>();
    for (Object pair : list(entry, "replace")) {
      List<?> both = (List<?>) pair;
      edits.add(new Edit((String) both.get(0), (String) both.get(1)));
    }
    List<String> dropped = list(entry, "drop").stream().map(String.class::cast).toList();
    Object appended = entry.get("append");
    return new Seeded(
        String.valueOf(entry.get("id")), edits, dropped, appended == null ? "" : (String) appended);
  }

  private static List<?> list(Map<?, ?> entry, String key) {
    Object found = entry.get(key);
    return found == null ? List.of() : (List<?>) found;
  }

  /** Cedar with the policy as it is shipped. */
  static PolicyDecisionPoint sound(Path folder) throws IOException, ProductException {
    return cedar(folder, Files.readString(SHIPPED.resolve(POLICY)));
  }

  /** Cedar with a mistake in its policy. */
  static PolicyDecisionPoint with(Seeded error, Path folder) throws IOException, ProductException {
    String sound = Files.readString(SHIPPED.resolve(POLICY));
    String broken = error.applied(sound);
    if (broken.equals(sound)) {
      throw new IllegalStateException(error + " changes nothing");
    }
    return cedar(folder, broken);
  }

  private static PolicyDecisionPoint cedar(Path folder, String policy)
      throws IOException, ProductException {
    Files.writeString(folder.resolve(POLICY), policy);
    Path schema = folder.resolve(POLICY + "schema");
    if (Files.notExists(schema)) {
      Files.copy(SHIPPED.resolve(POLICY + "schema"), schema);
    }
    return new CedarPdpProvider().create(Map.of("policies", POLICY), folder, new StoppedClock());
  }
}
