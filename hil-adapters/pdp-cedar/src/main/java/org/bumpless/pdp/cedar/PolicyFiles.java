package org.bumpless.pdp.cedar;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.model.DetailedError;
import com.cedarpolicy.model.ValidationRequest;
import com.cedarpolicy.model.ValidationResponse;
import com.cedarpolicy.model.ValidationResponse.ValidationError;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.model.schema.Schema.JsonOrCedar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductException.Cause;
import org.bumpless.pdp.cedar.PolicyText.Part;

/** Reads a policy file and its schema; all that is wrong with the policies is told in one go. */
final class PolicyFiles {
  private final AuthorizationEngine engine;
  private final Path policyFile;
  private final Path schemaFile;
  private final List<String> problems = new ArrayList<>();

  PolicyFiles(AuthorizationEngine engine, Path policyFile, Path schemaFile) {
    this.engine = engine;
    this.policyFile = policyFile;
    this.schemaFile = schemaFile;
  }

  /**
   * Reads, parses and checks.
   *
   * @throws ProductException if there is anything that Cedar objects to, warnings too: a policy
   *     that can never apply is a mistake in a plant
   */
  Policies read() throws ProductException {
    PolicyText text = new PolicyText(text(policyFile, "policies"));
    Schema schema = schema();
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Part part : text.parts()) {
      parse(text, part, parts, reasons);
    }
    if (text.parts().isEmpty()) {
      problems.add(policyFile + ": found no policy, expected at least one permit");
    }
    throwProblems();
    PolicySet policies = new PolicySet(new HashSet<>());
    parts.forEach((id, part) -> policies.policies.add(new Policy(part.source(), id)));
    validate(text, parts, new ValidationRequest(schema, policies));
    throwProblems();
    return new Policies(policies, schema, reasons);
  }

  private void parse(
      PolicyText text, Part part, Map<String, Part> parts, Map<String, String> reasons) {
    String place = policyFile + ":" + text.place(part.code());
    try {
      Policy policy = Policy.parseStaticPolicy(part.source());
      Map<String, String> annotations = policy.getAnnotations();
      String id = annotations.getOrDefault("id", "policy at " + text.place(part.code()));
      if (parts.put(id, part) != null) {
        problems.add(place + ": found a second policy with @id(\"" + id + "\"), expected one");
      }
      if (annotations.containsKey("reason")) {
        reasons.put(id, annotations.getOrDefault("reason", ""));
      }
    } catch (InternalException e) {
      problems.add(place + ": policy not understood: " + told(e));
    }
  }

  private Schema schema() throws ProductException {
    try {
      return Schema.parse(JsonOrCedar.Cedar, text(schemaFile, "schema"));
    } catch (InternalException e) {
      throw new ProductException(
          Cause.BAD_INPUT, schemaFile + ": schema not understood: " + told(e), e);
    }
  }

  private void validate(PolicyText text, Map<String, Part> parts, ValidationRequest request)
      throws ProductException {
    try {
      ValidationResponse response = engine.validate(request);
      response.errors.ifPresent(
          errors -> errors.forEach(e -> problems.add(policyFile + ": " + told(e))));
      response.warnings.forEach(e -> problems.add(policyFile + ": " + told(e)));
      response.success.ifPresent(
          success -> {
            success.validationErrors.forEach(e -> problems.add(told(text, parts, e)));
            success.validationWarnings.forEach(e -> problems.add(told(text, parts, e)));
          });
    } catch (AuthException e) {
      throw new ProductException(
          Cause.BAD_INPUT, policyFile + ": cannot be checked against " + schemaFile + ": " + e, e);
    }
  }

  private String told(PolicyText text, Map<String, Part> parts, ValidationError error) {
    Part part = parts.get(error.getPolicyId());
    String place = "";
    if (part != null) {
      var labels = error.getError().sourceLocations;
      place =
          ":"
              + (labels.isEmpty()
                  ? text.place(part.code())
                  : text.place(part, labels.get(0).start));
    }
    return policyFile + place + ": " + told(error.getError());
  }

  private static String told(DetailedError error) {
    return error.message + error.help.map(help -> "; " + help).orElse("");
  }

  private static String told(InternalException e) {
    String said = String.join("; ", e.getErrors());
    return said.replaceFirst("^.*Internal JNI Error: ", "");
  }

  private void throwProblems() throws ProductException {
    if (!problems.isEmpty()) {
      throw new ProductException(Cause.BAD_INPUT, String.join("\n", problems));
    }
  }

  private static String text(Path file, String what) throws ProductException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ProductException(
          Cause.BAD_INPUT,
          file + ": not found, expected the Cedar " + what + " that sut.yaml names",
          e);
    } catch (CharacterCodingException e) {
      throw new ProductException(Cause.BAD_INPUT, file + ": not UTF-8 text", e);
    } catch (IOException e) {
      throw new ProductException(Cause.BAD_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Policies that hold together.
   *
   * @param reasons policy id to its {@code @reason}, in file order
   */
  record Policies(PolicySet policies, Schema schema, Map<String, String> reasons) {}
}
