package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requirement by requirement, what each of some products got: made from their reports, and held
 * against the one in the README.
 *
 * @param products in the order of the columns
 * @param rows requirement to what each product got
 */
record VerdictTable(List<String> products, Map<String, List<String>> rows) {
  private static final String BEGIN = "<!-- verdicts: made by ProductsIT from its reports -->\n";
  private static final String END = "<!-- end of verdicts -->";
  private static final String UNTESTED = "UNTESTED";
  private static final Map<String, String> SHORT =
      Map.of("NOT APPLICABLE", "–", "NOT MEASURABLE", "·", UNTESTED, " ");

  /** What says more of the host than of the product. */
  private static final Set<String> OPEN = Set.of("INCONCLUSIVE", "·");

  VerdictTable {
    products = List.copyOf(products);
  }

  /** The table of some reports. */
  static VerdictTable of(Map<String, JsonNode> reports) {
    List<String> products = List.copyOf(reports.keySet());
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (JsonNode report : reports.values()) {
      for (JsonNode requirement : report.path("requirements")) {
        String standing = requirement.path("standing").asText();
        rows.computeIfAbsent(requirement.path("id").asText(), _ -> new ArrayList<>())
            .add(SHORT.getOrDefault(standing, standing));
      }
    }
    return new VerdictTable(products, rows);
  }

  /** The table that a text has between its two marks. */
  static VerdictTable in(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    assertThat(begin).as("the mark %s", BEGIN.strip()).isNotNegative();
    assertThat(end).as("the mark %s", END).isGreaterThan(begin);
    List<List<String>> lines =
        text.substring(begin + BEGIN.length(), end)
            .lines()
            .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
            .map(VerdictTable::cells)
            .toList();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    lines.stream().skip(1).forEach(row -> rows.put(row.getFirst(), row.subList(1, row.size())));
    return new VerdictTable(lines.getFirst().subList(1, lines.getFirst().size()), rows);
  }

  private static List<String> cells(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    return cells.subList(1, cells.size() - 1).stream()
        .map(cell -> cell.isBlank() ? " " : cell.strip())
        .toList();
  }

  /** As Markdown, without requirements on which no run has a verdict. */
  String markdown() {
    String head = row("requirement", products);
    String rule = "|" + "---|".repeat(products.size() + 1) + "\n";
    return BEGIN
        + head
        + rule
        + rows.entrySet().stream()
            .filter(row -> row.getValue().stream().anyMatch(cell -> !verdict(cell).isEmpty()))
            .map(row -> row(row.getKey(), row.getValue()))
            .collect(Collectors.joining())
        + END;
  }

  private static String row(String first, List<String> cells) {
    return Stream.concat(Stream.of(first), cells.stream())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /**
   * Holds what was seen against what is written, for the products that were seen; what this host
   * has left open is held against nothing.
   */
  void assertShows(VerdictTable seen) {
    for (String product : seen.products()) {
      assertThat(products).as("columns of the table in the README").contains(product);
      int here = products.indexOf(product);
      int there = seen.products().indexOf(product);
      Set<String> all = new LinkedHashSet<>(rows.keySet());
      all.addAll(seen.rows().keySet());
      List<String> differences = new ArrayList<>();
      for (String requirement : all) {
        String was = cell(rows, requirement, here);
        String is = cell(seen.rows(), requirement, there);
        if (!OPEN.contains(is) && !verdict(was).equals(verdict(is))) {
          differences.add("%s: written \"%s\", seen \"%s\"".formatted(requirement, was, is));
        }
      }
      assertThat(differences)
          .as("%s in the README's table; what was seen:%n%s", product, seen.markdown())
          .isEmpty();
    }
  }

  private static String cell(Map<String, List<String>> rows, String requirement, int column) {
    List<String> row = rows.get(requirement);
    return row == null || column >= row.size() ? " " : row.get(column);
  }

  /** What a cell says of a product; empty if it says nothing. */
  private static String verdict(String cell) {
    return cell.equals("PASS") || cell.equals("FAIL") ? cell : "";
  }

  /** How many cells hold a verdict on the product. */
  long verdicts() {
    return rows.values().stream()
        .flatMap(List::stream)
        .filter(cell -> !verdict(cell).isEmpty())
        .count();
  }
}
