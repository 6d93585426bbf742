package org.bumpless.scenario.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Lack;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.scenario.decision.PlantPolicy.Row;
import org.bumpless.scenario.decision.Score.Breach;
import org.bumpless.scenario.decision.Score.Missing;

/**
 * Asks a decision point question after question and scores the answers.
 *
 * <p>A decision point that leaves so many questions in a row without a decision that it must be
 * gone is asked no more: the rest counts as not asked.
 */
public final class Conformance {
  private static final int WITHOUT_DECISION_MAX = 20;

  private final PolicyDecisionPoint pdp;
  private final Site site;
  private final int atOnce;
  private final Map<Question, Decision> decisions = new LinkedHashMap<>();

  /**
   * @param atOnce how many questions are asked together, at least 1
   */
  public Conformance(PolicyDecisionPoint pdp, Site site, int atOnce) {
    this.pdp = pdp;
    this.site = site;
    this.atOnce = atOnce;
  }

  /** Asks and scores. */
  public Score score(List<Question> questions) {
    ask(questions);
    List<Question> wrong =
        decisions.keySet().stream()
            .filter(question -> fault(question).isPresent())
            .sorted(Comparator.comparingInt(Conformance::distance))
            .toList();
    List<Breach> breaches = new ArrayList<>();
    int pairs = 0;
    for (Rule rule : Rule.values()) {
      List<Question> bound = bound(rule);
      pairs += bound.size();
      breach(rule, bound).ifPresent(breaches::add);
    }
    int asked = decisions.size();
    int permits = count(Permit.class);
    int denials = count(Decision.Deny.class);
    Map<Lack, Missing> lacks = lacks();
    return new Score(
        questions.size(),
        asked,
        permits,
        denials,
        lacks,
        wrong.size(),
        findings(wrong),
        pairs,
        breaches);
  }

  private void ask(List<Question> questions) {
    int silent = 0;
    for (int from = 0; from < questions.size() && silent < WITHOUT_DECISION_MAX; from += atOnce) {
      List<Question> some = questions.subList(from, Math.min(from + atOnce, questions.size()));
      List<Decision> answers =
          atOnce == 1
              ? List.of(pdp.evaluate(request(some.getFirst())))
              : pdp.evaluateAll(some.stream().map(this::request).toList());
      for (int i = 0; i < some.size(); i++) {
        decisions.put(some.get(i), answers.get(i));
        silent = answers.get(i) instanceof Indeterminate ? silent + 1 : 0;
      }
    }
  }

  private AccessRequest request(Question question) {
    return Draft.request(question, site);
  }

  private Decision decision(Question question) {
    return decisions.computeIfAbsent(question, asked -> pdp.evaluate(request(asked)));
  }

  private Optional<Fault> fault(Question question) {
    return Fault.of(question, request(question), decision(question));
  }

  private static int distance(Question question) {
    return question.beyond(PlantPolicy.nearest(question).typical()).size();
  }

  private int count(Class<? extends Decision> kind) {
    return (int) decisions.values().stream().filter(kind::isInstance).count();
  }

  private Map<Lack, Missing> lacks() {
    Map<Lack, Missing> lacks = new EnumMap<>(Lack.class);
    for (Decision decision : decisions.values()) {
      if (decision instanceof Indeterminate(Lack lack, String cause)) {
        lacks.merge(lack, new Missing(1, cause), (known, _) -> known.again());
      }
    }
    return lacks;
  }

  /** A question that shows no more than a simpler one has shown is counted with that one. */
  private List<Finding> findings(List<Question> wrong) {
    List<Finding> findings = new ArrayList<>();
    for (Question question : wrong) {
      Fault fault = fault(question).orElseThrow();
      int known = indexOf(findings, fault, question);
      if (known < 0) {
        findings.add(finding(simplest(question, fault), fault));
      } else {
        findings.set(known, findings.get(known).again());
      }
    }
    return findings;
  }

  private static int indexOf(List<Finding> findings, Fault fault, Question question) {
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.fault() == fault && question.facts().containsAll(finding.differs())) {
        return i;
      }
    }
    return -1;
  }

  private Finding finding(Question question, Fault fault) {
    Row row = PlantPolicy.nearest(question);
    return new Finding(
        fault,
        row.business(),
        question.beyond(row.typical()),
        Finding.inWords(question, site),
        decision(question).words(),
        1);
  }

  /** Takes back what is not needed to show the fault, one fact after the other. */
  private Question simplest(Question question, Fault fault) {
    Question simplest = question;
    Question typical = PlantPolicy.nearest(question).typical();
    for (Fact fact : question.beyond(typical)) {
      Question simpler = simplest.with(typical.fact(fact.attribute()));
      if (fault(simpler).filter(fault::equals).isPresent()) {
        simplest = simpler;
      }
    }
    return simplest;
  }

  /** The questions that a rule says something about: both ends of the pair have a decision. */
  private List<Question> bound(Rule rule) {
    return decisions.keySet().stream()
        .filter(question -> decided(question))
        .filter(question -> !rule.consequent(question).equals(question))
        .filter(question -> decided(rule.consequent(question)))
        .toList();
  }

  private boolean decided(Question question) {
    Decision decision = decisions.get(question);
    return decision != null && !(decision instanceof Indeterminate);
  }

  private Optional<Breach> breach(Rule rule, List<Question> bound) {
    List<Question> broken =
        bound.stream()
            .filter(question -> !broken(rule, question).isEmpty())
            .sorted(Comparator.comparingInt(Conformance::distance))
            .toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Breach(
                rule,
                broken.size(),
                "%s %s: %s"
                    .formatted(
                        rule.words(),
                        broken(rule, broken.getFirst()),
                        Finding.inWords(rule.consequent(broken.getFirst()), site))));
  }

  private String broken(Rule rule, Question question) {
    return rule.broken(
        decision(question) instanceof Permit,
        decision(rule.consequent(question)) instanceof Permit);
  }
}
