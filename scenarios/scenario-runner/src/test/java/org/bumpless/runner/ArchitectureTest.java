package org.bumpless.runner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house rules: arrows between modules run one way, nobody looks up a clock or an unseeded
 * random, packages have no cycles. A class belongs to the module whose folder or jar it was loaded
 * from, so a new package needs no line here and a new module cannot be forgotten.
 */
class ArchitectureTest {

  /** Module to the modules it may use: DESIGN section 2, with everything that comes along. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          arrow("plant-model"),
          arrow("plant-engine", "plant-model"),
          arrow("plant-network", "plant-model"),
          arrow("process-fmi", "plant-engine", "plant-model"),
          arrow("plc-runtime", "plant-model"),
          arrow("plc-st", "plc-runtime", "plant-model"),
          arrow("endpoint-modbus", "plc-runtime", "plant-model"),
          arrow("endpoint-opcua", "plc-runtime", "plant-model"),
          arrow("endpoint-s7", "plc-runtime", "plant-model"),
          arrow("historian-sqlite", "plc-runtime", "plant-model"),
          arrow("adapter-spi", "plant-model"),
          arrow("adapter-testkit", "adapter-spi", "plant-model"),
          arrow("pep-reference", "adapter-spi", "plant-model"),
          arrow(
              "pep-reference-program",
              "pep-reference",
              "adapter-spi",
              "plant-engine",
              "plant-model"),
          arrow("pep-mutants", "pep-reference", "adapter-spi", "plant-model"),
          arrow("pep-process", "adapter-spi", "plant-model"),
          arrow("pep-container", "pep-process", "adapter-spi", "plant-model"),
          arrow("pep-external", "adapter-spi", "plant-model"),
          arrow("pdp-authzen", "adapter-spi", "plant-model"),
          arrow("pdp-cedar", "adapter-spi", "plant-model"),
          arrow("pdp-extauthz", "adapter-spi", "plant-model"),
          arrow("pdp-opa", "pdp-authzen", "adapter-spi", "plant-model"),
          arrow("plant-services", "adapter-spi", "plant-model"),
          arrow("bridge-plc4x", "adapter-spi", "plant-engine", "plant-model"),
          arrow("scenario-engine", "adapter-spi", "plant-model"),
          arrow("features", "scenario-engine", "adapter-spi", "plant-model"),
          arrow("reports", "scenario-engine", "adapter-spi", "plant-model"),
          arrow(
              "scenario-runner",
              "plant-model",
              "plant-engine",
              "plant-network",
              "plc-runtime",
              "plc-st",
              "adapter-spi",
              "scenario-engine",
              "features",
              "reports"));

  /** Depends on nothing here and nothing here depends on it, so it is not on this class path. */
  private static final String BENCHMARKS = "benchmarks";

  /** The modules that must know no product, no protocol library and no cryptography library. */
  private static final Set<String> CORES =
      Set.of(
          "plant-model",
          "plant-engine",
          "plant-network",
          "plc-runtime",
          "adapter-spi",
          "scenario-engine",
          "features",
          "reports",
          "scenario-runner");

  private static final String[] PRODUCTS_AND_PROTOCOLS = {
    "org.sqlite..",
    "com.ghgande..",
    "org.eclipse.milo..",
    "com.digitalpetri..",
    "io.netty..",
    "org.apache.plc4x..",
    "com.cedarpolicy..",
    "io.envoyproxy..",
    "io.grpc..",
    "org.bouncycastle.."
  };

  private static final Pattern HOME =
      Pattern.compile(
          "/([^/]+)/target/(?:classes/|(?:quick/)?[^/]+\\.jar!)|/([a-z0-9-]+?)-\\d[^/]*\\.jar!");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bumpless");

  @ParameterizedTest
  @MethodSource("modules")
  void usesOnlyTheModulesItMayUse(String module) {
    assumeNotEmpty(module);
    Set<String> allowed = ARROWS.getOrDefault(module, Set.of());
    noClasses()
        .that(liveIn(module))
        .should()
        .dependOnClassesThat(
            describe(
                "live outside of " + module + " and " + new TreeSet<>(allowed),
                other ->
                    isOurs(other) && !moduleOf(other).equals(module) && !allows(allowed, other)))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("cores")
  void knowsNoProductAndNoProtocol(String module) {
    assumeNotEmpty(module);
    noClasses()
        .that(liveIn(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PRODUCTS_AND_PROTOCOLS)
        .check(CLASSES);
  }

  @Test
  void nobodyLooksUpTheTimeOrSleeps() {
    noClasses()
        .that(describe("are no clock and no measuring client", c -> !mayLookUpTheTime(c)))
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callCodeUnitWhere(
            target(
                describe(
                    "a method that reads the clock of the system or sleeps by it",
                    ArchitectureTest::readsOrSleeps)))
        .because("time is passed in: a run must replay (DESIGN section 4)")
        .check(CLASSES);
  }

  @Test
  void nobodyDrawsWithoutSeed() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .because("every draw comes from the seed of the run")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.bumpless.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyModuleOfTheBuildHasItsArrows() throws IOException {
    Set<String> built = new TreeSet<>();
    collectModules(Path.of("../.."), built);
    built.remove(BENCHMARKS);
    assertThat(ARROWS.keySet()).containsExactlyInAnyOrderElementsOf(built);
  }

  /** A rule about nothing holds always: in CI a module without classes is a failure. */
  @ParameterizedTest
  @MethodSource("modules")
  void hasClassesToJudge(String module) {
    if (!"true".equals(System.getenv("CI"))) {
      assumeNotEmpty(module);
    }
    assertThat(CLASSES.stream().filter(liveIn(module)))
        .as("classes of module %s on the class path", module)
        .isNotEmpty();
  }

  private static void assumeNotEmpty(String module) {
    assumeThat(CLASSES.stream().anyMatch(liveIn(module)))
        .as("module %s has classes", module)
        .isTrue();
  }

  private static boolean mayLookUpTheTime(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("org.bumpless.plant.engine.clock")
        || (name.startsWith("org.bumpless.endpoint.") && outermost(type).endsWith("Client"));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type.getSimpleName());
  }

  private static boolean readsOrSleeps(CodeUnitCallTarget called) {
    String owner = called.getOwner().getName();
    boolean bare = called.getRawParameterTypes().isEmpty();
    return switch (called.getName()) {
      case "sleep" ->
          owner.equals("java.lang.Thread") || owner.equals("java.util.concurrent.TimeUnit");
      case "parkNanos", "parkUntil" -> owner.equals("java.util.concurrent.locks.LockSupport");
      case "now" -> bare && owner.startsWith("java.time.");
      case "<init>" -> bare && owner.equals("java.util.Date");
      case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds" ->
          owner.equals("java.time.Clock");
      default -> false;
    };
  }

  private static DescribedPredicate<JavaClass> liveIn(String module) {
    return describe("live in " + module, type -> isOurs(type) && moduleOf(type).equals(module));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("org.bumpless");
  }

  private static boolean allows(Set<String> allowed, JavaClass other) {
    return allowed.contains(moduleOf(other));
  }

  private static String moduleOf(JavaClass type) {
    String uri = type.getBaseComponentType().getSource().orElseThrow().getUri().toString();
    Matcher home = HOME.matcher(uri);
    if (!home.find()) {
      throw new AssertionError(type.getName() + " was loaded from no module: " + uri);
    }
    return home.group(1) == null ? home.group(2) : home.group(1);
  }

  private static void collectModules(Path folder, Set<String> leaves) throws IOException {
    Matcher module =
        Pattern.compile("<module>([^<]+)</module>")
            .matcher(Files.readString(folder.resolve("pom.xml")));
    Set<String> names = module.results().map(m -> m.group(1)).collect(toCollection(TreeSet::new));
    if (names.isEmpty()) {
      leaves.add(folder.getFileName().toString());
    }
    for (String name : names) {
      collectModules(folder.resolve(name), leaves);
    }
  }

  private static Map.Entry<String, Set<String>> arrow(String module, String... uses) {
    return Map.entry(module, Set.copyOf(Arrays.asList(uses)));
  }

  static Stream<String> modules() {
    return ARROWS.keySet().stream().sorted();
  }

  static Stream<String> cores() {
    return CORES.stream().sorted();
  }
}
