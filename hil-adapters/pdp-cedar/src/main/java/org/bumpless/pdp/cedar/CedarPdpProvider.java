package org.bumpless.pdp.cedar;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.exception.CacheException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductException.Cause;
import org.bumpless.plant.time.NanoClock;

/**
 * PDPs made of Cedar policies.
 *
 * <p>Settings, both relative to the folder of {@code sut.yaml}: {@code policies}, the policy file;
 * {@code schema}, its schema, by default the file of the same name that ends in {@code
 * .cedarschema}.
 */
public final class CedarPdpProvider implements PdpProvider {
  private static final Set<String> SETTINGS = Set.of("policies", "schema");

  @Override
  public String id() {
    return "cedar";
  }

  @Override
  public PolicyDecisionPoint create(Map<String, String> settings, Path folder, NanoClock clock)
      throws ProductException {
    Set<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(SETTINGS);
    if (!unknown.isEmpty()) {
      throw bad(folder, unknown + ": unknown, expected only policies and schema");
    }
    String policies = settings.getOrDefault("policies", "");
    if (policies.isBlank()) {
      throw bad(
          folder, "policies: found nothing, expected a file, for example policies/plant.cedar");
    }
    String schema =
        settings.getOrDefault("schema", policies.replaceFirst("\\.cedar$", "") + ".cedarschema");
    return create(file(folder, policies), file(folder, schema));
  }

  private static PolicyDecisionPoint create(Path policyFile, Path schemaFile)
      throws ProductException {
    try {
      AuthorizationEngine engine = new BasicAuthorizationEngine();
      PolicyFiles.Policies policies = new PolicyFiles(engine, policyFile, schemaFile).read();
      policies.schema().cache();
      policies.policies().cache();
      return new CedarPdp(engine, policies);
    } catch (LinkageError e) {
      throw new ProductException(
          Cause.UNAVAILABLE,
          "Cedar has no native library for this host ("
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch")
              + "): expected Linux, macOS or Windows on x86-64 or ARM; use the PDP authzen instead",
          e);
    } catch (CacheException e) {
      throw new ProductException(
          Cause.UNAVAILABLE,
          policyFile + ": Cedar takes no more policies in this process: " + e.getMessage(),
          e);
    }
  }

  private static Path file(Path folder, String name) throws ProductException {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw bad(folder, "\"" + name + "\": no file name (" + e.getReason() + ")");
    }
  }

  private static ProductException bad(Path folder, String problem) {
    return new ProductException(
        Cause.BAD_INPUT, folder.resolve("sut.yaml") + ": settings of PDP cedar: " + problem);
  }
}
