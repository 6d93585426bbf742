package org.bumpless.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.features.testing.FakeBench;
import org.bumpless.features.testing.FakeNetwork;
import org.bumpless.features.testing.Products;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.TagId;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.Requirement;
import org.bumpless.scenario.result.Certification;
import org.bumpless.scenario.result.RequirementResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.Kind;
import org.bumpless.scenario.timing.Arm;
import org.bumpless.scenario.timing.HostNoise;
import org.bumpless.scenario.timing.Injected;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LatencyJudge;
import org.bumpless.scenario.timing.LatencyPlan;
import org.bumpless.scenario.timing.Samples;
import org.bumpless.scenario.timing.Taken;
import org.bumpless.scenario.timing.Target;
import org.bumpless.scenario.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The features that are shipped: sound in themselves, and right about products that are known. */
class ShippedFeaturesTest {
  private static final Pattern NAME =
      Pattern.compile("\\b[A-Z][A-Z0-9]*-[A-Z0-9-]+(\\.[A-Z0-9_]+)?");
  private static final Pattern TECHNIQUE = Pattern.compile("T0\\d{3}(\\.\\d{3})?");

  @TempDir private Path folder;
  private FakeBench bench;

  @BeforeEach
  void startBench() throws BadFileException {
    bench = new FakeBench("extended");
    bench.lab((client, server, beside) -> measured());
  }

  /** A scenario of a file, as its file has it; an outline has one for each line of examples. */
  record Written(Path file, Pickle pickle) {
    List<String> tags() {
      return pickle.getTags().stream().map(t -> t.substring(1)).toList();
    }

    @Override
    public String toString() {
      return file.getFileName() + ":" + pickle.getLocation().getLine() + " " + pickle.getName();
    }
  }

  static Stream<Written> scenarios() throws IOException {
    try (Stream<Path> files =
        Stream.of("attack", "maintenance").flatMap(ShippedFeaturesTest::list)) {
      return files
          .flatMap(f -> parse(f).getPickles().stream().map(p -> new Written(f, p)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isEitherAnAttackOrMaintenanceAsItsFolderSays(Written scenario) {
    assertThat(scenario.tags())
        .filteredOn(t -> t.equals("attack") || t.equals("maintenance"))
        .containsExactly(scenario.file().getName(0).toString());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void verifiesRequirementsThatExist(Written scenario) {
    Catalogue catalogue = Driving.catalogue();
    List<String> ids = scenario.tags().stream().filter(t -> t.matches("[A-Z]{2,4}-\\d+")).toList();

    assertThat(ids).as("requirement ids").isNotEmpty().doesNotHaveDuplicates();
    assertThat(ids).allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void anAttackNamesItsTechniques(Written scenario) {
    List<String> techniques = scenario.tags().stream().filter(t -> t.startsWith("T")).toList();

    assertThat(techniques).allMatch(t -> TECHNIQUE.matcher(t).matches());
    if (scenario.tags().contains("attack")) {
      assertThat(techniques).as("ATT&CK techniques").isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void hasNoOtherTags(Written scenario) {
    assertThat(scenario.tags())
        .allMatch(
            t ->
                t.matches(
                    "attack|maintenance|measuring|wire|pdp|plant-[a-z-]+|[A-Z]{3}-\\d{2}|"
                        + TECHNIQUE.pattern()));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void doesOneThingAndClaimsSomethingAfterwards(Written scenario) {
    List<String> keywords = new ArrayList<>();
    for (Step step : scenario.pickle().getSteps()) {
      String keyword = step.getKeyword().strip();
      keywords.add(keyword.equals("And") ? keywords.getLast() : keyword);
    }

    assertThat(keywords).as("one When").containsOnlyOnce("When");
    assertThat(keywords).as("claims").endsWith("Then");
    assertThat(keywords.subList(keywords.indexOf("When") + 1, keywords.size()))
        .as("after the When")
        .containsOnly("Then");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void speaksOfAssetsAndTagsThatThePlantHas(Written scenario) throws BadFileException {
    Optional<Plant> plant = plant(scenario);
    for (Step step : scenario.pickle().getSteps()) {
      Matcher names = NAME.matcher(step.getText());
      while (names.find()) {
        assertThat(plant).as("plant of %s", step.getText()).isPresent();
        if (names.group(1) == null) {
          assertThat(
                  plant.get().asset(new AssetId(names.group())).isPresent()
                      || plant.get().safetyFunction(names.group()).isPresent())
              .as(step.getText())
              .isTrue();
        } else {
          assertThat(plant.get().tag(TagId.parse(names.group()))).as(step.getText()).isPresent();
        }
      }
    }
  }

  /** A scenario says by a tag of which plant it speaks, if it speaks of one. */
  private static Optional<Plant> plant(Written scenario) throws BadFileException {
    List<String> plants =
        scenario.tags().stream()
            .filter(t -> t.startsWith("plant-"))
            .map(t -> t.substring("plant-".length()))
            .toList();
    assertThat(plants).as("plants").hasSizeLessThanOrEqualTo(1);
    return plants.isEmpty()
        ? Optional.empty()
        : Optional.of(PlantFile.read(Path.of("../scenarios/plants", plants.getFirst() + ".yaml")));
  }

  @Test
  void everySentenceHasGlue() throws IOException, BadFileException {
    for (Path file :
        Stream.of("attack", "maintenance").flatMap(ShippedFeaturesTest::list).toList()) {
      assertThat(Language.check(file)).as(file.toString()).isPositive();
    }
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    Set<String> attacks = new HashSet<>();
    Set<String> maintenance = new HashSet<>();
    scenarios()
        .forEach(
            s ->
                (s.tags().contains("attack") ? attacks : maintenance)
                    .add(s.file() + s.pickle().getName()));

    assertThat(attacks).hasSizeGreaterThanOrEqualTo(8);
    assertThat(maintenance).hasSizeGreaterThanOrEqualTo(8);
  }

  /** Else a product that declares only that feature would pass it untested. */
  @Test
  void aRequirementIsNotHiddenBehindTheFeatureOfAnother() throws IOException {
    Catalogue catalogue = Driving.catalogue();
    List<List<Requirement>> verified =
        scenarios()
            .map(s -> s.tags().stream().flatMap(t -> catalogue.find(t).stream()).toList())
            .toList();
    List<String> hidden =
        catalogue.requirements().stream()
            .filter(r -> r.feature().isPresent())
            .filter(r -> verified.stream().anyMatch(v -> v.contains(r)))
            .filter(
                r ->
                    verified.stream()
                        .filter(v -> v.contains(r))
                        .noneMatch(v -> v.stream().allMatch(other -> needsNoMore(other, r))))
            .map(Requirement::id)
            .toList();

    assertThat(hidden).as("have no scenario that needs their own feature only").isEmpty();
  }

  private static boolean needsNoMore(Requirement other, Requirement own) {
    return other.feature().isEmpty() || other.feature().equals(own.feature());
  }

  @Test
  void withoutAProductEveryAttackFailsAndAllWorkPasses() {
    List<ScenarioResult> results = drive(Products::open, true);

    assertThat(attacks(results)).containsOnly("FAIL");
    assertThat(words(results, Kind.MAINTENANCE)).containsOnly("PASS");
  }

  @Test
  void aSoundProductPassesEverything() {
    List<ScenarioResult> results = drive(Products::sound, false);

    assertThat(results)
        .allSatisfy(
            r ->
                assertThat(r.standing().word())
                    .as(r.name() + " " + r.standing())
                    .isEqualTo("PASS"));
    assertThat(Certification.run(results, List.of())).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aProductThatSaysNoAndForwardsFailsEveryAttack() {
    assertThat(attacks(drive(Products::lying, true))).containsOnly("FAIL");
  }

  @Test
  void aProductThatStopsEverythingFailsAllWorkThatPeopleDo() throws IOException {
    List<ScenarioResult> results = drive(Products::closed, false);
    Set<String> people = new HashSet<>();
    scenarios()
        .filter(s -> s.tags().contains("maintenance"))
        .filter(s -> s.pickle().getSteps().stream().anyMatch(t -> t.getText().startsWith("Anna")))
        .forEach(s -> people.add(s.pickle().getName()));

    assertThat(people).hasSizeGreaterThan(3);
    assertThat(results)
        .filteredOn(r -> people.contains(r.name()))
        .allSatisfy(r -> assertThat(r.standing().word()).as(r.name()).isEqualTo("FAIL"));
    assertThat(Certification.run(results, List.of())).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aCertificateThatNotAllConnectionsTakeUpFails() {
    bench.stations().stuck(1);

    assertThat(Driving.shipped(bench, folder, "@IDN-04").scenarios())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.standing().word()).isEqualTo("FAIL"));
  }

  @Test
  void whatNoScenarioVerifiesIsListedAsUntested() {
    List<ScenarioResult> results = drive(Products::sound, false);
    Set<String> verified = new HashSet<>();
    results.forEach(r -> verified.addAll(r.requirements()));
    List<RequirementResult> all =
        Certification.requirements(Driving.catalogue(), bench.sut(), Set.of(), results);

    assertThat(all).extracting(r -> r.requirement().id()).doesNotHaveDuplicates();
    assertThat(all).hasSameSizeAs(Driving.catalogue().requirements());
    assertThat(all)
        .allSatisfy(
            r ->
                assertThat(r.standing().word())
                    .as(r.requirement().id())
                    .isIn(
                        verified.contains(r.requirement().id())
                            ? Set.of("PASS")
                            : Set.of("UNTESTED", "NOT MEASURABLE")));
    assertThat(all).extracting(r -> r.standing().word()).contains("UNTESTED", "NOT MEASURABLE");
  }

  private List<ScenarioResult> drive(Products.Product product, boolean wayAround) {
    bench.network(FakeNetwork.of(wayAround));
    bench.product(product);
    List<ScenarioResult> results = Driving.shipped(bench, folder, "").scenarios();
    assertThat(results).hasSizeGreaterThan(16);
    return results;
  }

  /**
   * Without the attack that shows in the process alone, of which there is none here: ProductsIT.
   */
  private static List<String> attacks(List<ScenarioResult> results) {
    return words(
        results.stream().filter(r -> !r.requirements().contains("SAF-10")).toList(), Kind.ATTACK);
  }

  private static List<String> words(List<ScenarioResult> results, Kind kind) {
    return results.stream().filter(r -> r.kind() == kind).map(r -> r.standing().word()).toList();
  }

  /** What a lab would find of a product that adds nothing. */
  private LatencyFinding measured() {
    LatencyPlan plan = bench.profile().latency();
    Map<Arm, Samples> arms = new EnumMap<>(Arm.class);
    for (Arm arm : Arm.values()) {
      long[] block = new long[plan.of(arm).requestsPerBlock()];
      Arrays.fill(block, arm == Arm.DELAYING_RELAY ? 1_200_000 : 200_000);
      arms.put(arm, new Samples(Collections.nCopies(plan.blocksPerArm(), block)));
    }
    Conduit conduit = bench.plant().conduits().getFirst();
    return LatencyJudge.judge(
        new Target("a flow", conduit.id(), "host", conduit.budget(), Duration.ofMillis(250)),
        plan,
        new Taken(arms, new Injected(1_000_000, 1), HostNoise.UNKNOWN),
        new SplittableRandom(1));
  }

  private static Stream<Path> list(String kind) {
    try (Stream<Path> files = Files.list(Path.of(kind))) {
      return files.filter(f -> f.toString().endsWith(".feature")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Feature parse(Path file) {
    Optional<Feature> feature =
        new FeatureParser(UUID::randomUUID)
            .parseResource(
                new Resource() {
                  @Override
                  public URI getUri() {
                    return file.toUri();
                  }

                  @Override
                  public InputStream getInputStream() throws IOException {
                    return Files.newInputStream(file);
                  }
                });
    return feature.orElseThrow();
  }
}
