package org.bumpless.pdp.cedar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.StoppedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CedarPdpProviderTest {
  private static final String ALL = "permit (principal, action, resource);\n";

  @TempDir Path folder;

  private final PdpProvider provider =
      ServiceLoader.load(PdpProvider.class).findFirst().orElseThrow();

  @BeforeEach
  void schema() throws IOException {
    Files.copy(
        ShippedPolicy.FOLDER.resolve("policies/plant.cedarschema"),
        folder.resolve("own.cedarschema"));
  }

  @Test
  void isFoundByItsId() {
    assertThat(provider.id()).isEqualTo("cedar");
  }

  @Test
  void takesASchemaOfAnotherName() throws Exception {
    Files.move(folder.resolve("own.cedarschema"), folder.resolve("other.schema"));
    policy(ALL);
    Map<String, String> settings = Map.of("policies", "own.cedar", "schema", "other.schema");

    try (PolicyDecisionPoint pdp = provider.create(settings, folder, new StoppedClock())) {
      assertThat(pdp.evaluate(Asked.engineer(Action.READ).request())).isInstanceOf(Permit.class);
    }
  }

  @Test
  void aSyntaxErrorIsToldWithTheLineOfItsPolicy() throws Exception {
    policy(
        """
        // one; two
        permit (principal, action, resource);

        // ä " ;
          permit (principal, action, resource) wen { true };
        """);

    assertBad("own.cedar:5:3: policy not understood", "wen");
  }

  @Test
  void aMissingSemicolonIsTold() throws Exception {
    policy(ALL + "permit (principal, action, resource)\n// the end\n");

    assertBad("own.cedar:2:1: policy not understood", "unexpected end of input");
  }

  @Test
  void anUnknownAttributeIsToldWithItsLineAndColumn() throws Exception {
    policy(
        """
        // Umlaute zählen: äöü
        permit (principal, action, resource);
        @reason("ä; //")
        forbid (principal is Person, action, resource)
        unless {
          principal.mfaa
        };
        """);

    assertBad(
        "own.cedar:6:3: ",
        "attribute `mfaa` on entity type `Person` not found",
        "did you mean `mfa`?");
  }

  @Test
  void everyFaultIsToldAtOnce() throws Exception {
    policy(
        """
        permit (principal is Persn, action, resource);
        permit (principal, action, resource) when { resource.level == 1 && resource.colour };
        """);

    assertBad("own.cedar:1:", "own.cedar:2:", "`Persn`", "`colour`");
  }

  @Test
  void aPolicyThatCanNeverApplyIsAFault() throws Exception {
    policy(ALL + "forbid (principal, action, resource) when { principal.mfa && false };\n");

    assertBad("own.cedar:2:", "policy is impossible");
  }

  @Test
  void aTicketThatIsNotAskedForFirstIsAFault() throws Exception {
    policy("permit (principal, action, resource) when { context.ticket.opens <= context.now };\n");

    assertBad("own.cedar:1:", "optional attribute `ticket`");
  }

  @Test
  void doubleIdsTemplatesAndEmptyFilesAreFaults() throws Exception {
    policy("@id(\"a\") " + ALL + "@id(\"a\") " + ALL);
    assertBad("own.cedar:2:1: found a second policy with @id(\"a\")");

    policy("permit (principal == ?principal, action, resource);");
    assertBad("own.cedar:1:1: policy not understood", "template");

    policy("// nothing yet\n");
    assertBad("own.cedar: found no policy, expected at least one permit");
  }

  @Test
  void aBrokenSchemaIsTold() throws Exception {
    policy(ALL);
    Files.writeString(folder.resolve("own.cedarschema"), "entiti Person;");
    assertBad("own.cedarschema: schema not understood", "`entiti`");
  }

  @Test
  void missingAndUnreadableFilesAreTold() throws Exception {
    assertBad("own.cedar: not found, expected the Cedar policies");
    policy(ALL);
    Files.delete(folder.resolve("own.cedarschema"));
    assertBad("own.cedarschema: not found, expected the Cedar schema");
    Files.write(folder.resolve("own.cedar"), "permit ä".getBytes(StandardCharsets.ISO_8859_1));
    assertBad("own.cedar: not UTF-8 text");
  }

  @Test
  void missingAndUnknownSettingsAreTold() {
    assertBadSettings(Map.of(), "policies: found nothing");
    assertBadSettings(Map.of("policies", " "), "policies: found nothing");
    assertBadSettings(Map.of("policies", "a", "policy", "b"), "[policy]: unknown");
    assertBadSettings(Map.of("policies", "a\0b"), "no file name");
  }

  @Test
  void aPolicyThatFailsMakesTheWholeDecisionIndeterminate() throws Exception {
    policy(
        ALL
            + "forbid (principal, action, resource) when { context.now + 9000000000000000000 > 0 };\n");
    try (PolicyDecisionPoint pdp = create()) {
      assertThat(pdp.evaluate(Asked.engineer(Action.READ).request()))
          .isInstanceOfSatisfying(
              Indeterminate.class, i -> assertThat(i.cause()).contains("overflow"));
    }
  }

  @Test
  void aSchemaThatDoesNotFitTheQuestionsMakesThemIndeterminate() throws Exception {
    policy(ALL);
    Path schema = folder.resolve("own.cedarschema");
    Files.writeString(schema, Files.readString(schema).replace("edrHealthy: Bool", "edr: Bool"));
    try (PolicyDecisionPoint pdp = create()) {
      assertThat(pdp.evaluate(Asked.engineer(Action.READ).request()))
          .isInstanceOf(Indeterminate.class);
    }
  }

  @Test
  void aForbidWithoutAReasonIsNamed() throws Exception {
    policy(ALL + "@id(\"never\") forbid (principal, action, resource);\n");
    try (PolicyDecisionPoint pdp = create()) {
      assertThat(pdp.evaluate(Asked.engineer(Action.READ).request()))
          .isEqualTo(new Deny("forbidden by never"));
    }
  }

  @Test
  void manyThreadsGetTheSameAnswers() throws Exception {
    try (PolicyDecisionPoint pdp = ShippedPolicy.whole()) {
      List<Decision> reads =
          IntStream.range(0, 400)
              .parallel()
              .mapToObj(i -> pdp.evaluate(asked(i).request()))
              .toList();

      assertThat(IntStream.range(0, 400))
          .allSatisfy(
              i -> assertThat(reads.get(i)).isInstanceOf(i % 2 == 0 ? Permit.class : Deny.class));
    }
  }

  private static Asked asked(int i) {
    return Asked.engineer(Action.READ).mfa(i % 2 == 0);
  }

  private void policy(String text) throws IOException {
    Files.writeString(folder.resolve("own.cedar"), text);
  }

  private PolicyDecisionPoint create() throws ProductException {
    return provider.create(Map.of("policies", "own.cedar"), folder, new StoppedClock());
  }

  private void assertBad(String... said) {
    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
        .message()
        .contains(said);
  }

  private void assertBadSettings(Map<String, String> settings, String said) {
    assertThatThrownBy(() -> provider.create(settings, folder, new StoppedClock()))
        .isInstanceOf(ProductException.class)
        .hasMessageContaining("sut.yaml: settings of PDP cedar: ")
        .hasMessageContaining(said);
  }
}
