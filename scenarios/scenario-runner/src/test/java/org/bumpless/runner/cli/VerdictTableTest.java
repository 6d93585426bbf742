package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

  private static JsonNode report(String... standings) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    var requirements = report.putArray("requirements");
    for (int i = 0; i < standings.length; i++) {
      requirements.addObject().put("id", "ENF-0" + (i + 1)).put("standing", standings[i]);
    }
    return report;
  }

  private static VerdictTable table() {
    Map<String, JsonNode> reports = new LinkedHashMap<>();
    reports.put("direct", report("FAIL", "NOT APPLICABLE", "UNTESTED"));
    reports.put("gate", report("PASS", "PASS", "UNTESTED"));
    return VerdictTable.of(reports);
  }

  @Test
  void itIsReadAsItIsWritten() {
    VerdictTable read = VerdictTable.in("before\n" + table().markdown() + "\nafter");
    assertThat(read.markdown()).isEqualTo(table().markdown());
    assertThat(read.rows()).containsOnlyKeys("ENF-01", "ENF-02");
    assertThat(table().verdicts()).isEqualTo(3);
  }

  @Test
  void anotherVerdictIsADifference() {
    VerdictTable seen = VerdictTable.of(Map.of("gate", report("PASS", "FAIL", "UNTESTED")));
    assertThatThrownBy(() -> table().assertShows(seen))
        .hasMessageContaining("ENF-02: written \"PASS\", seen \"FAIL\"");
  }

  @Test
  void aProductThatIsNotInItIsADifference() {
    VerdictTable seen = VerdictTable.of(Map.of("other", report("PASS")));
    assertThatThrownBy(() -> table().assertShows(seen)).hasMessageContaining("other");
  }

  @Test
  void aVerdictOnWhatIsNotInItIsADifference() {
    VerdictTable seen = VerdictTable.of(Map.of("gate", report("PASS", "PASS", "PASS")));
    assertThatThrownBy(() -> table().assertShows(seen))
        .hasMessageContaining("ENF-03: written \" \", seen \"PASS\"");
  }

  @Test
  void whatTheHostHasLeftOpenIsNone() {
    VerdictTable seen = VerdictTable.of(Map.of("gate", report("PASS", "INCONCLUSIVE")));
    assertThatCode(() -> table().assertShows(seen)).doesNotThrowAnyException();
  }
}
