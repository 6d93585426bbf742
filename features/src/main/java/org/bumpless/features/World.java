package org.bumpless.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Bench;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.check.Wording;
import org.bumpless.scenario.history.Entry;
import org.bumpless.scenario.history.Wish;
import org.bumpless.scenario.requirement.Means;
import org.bumpless.scenario.result.TimingFigure;
import org.bumpless.scenario.timing.LatencyFinding;
import org.bumpless.scenario.timing.LoadFinding;
import org.bumpless.scenario.verdict.RollUp;
import org.bumpless.scenario.verdict.Verdict;

/**
 * The state of one scenario: its people, their sessions, what was claimed and how that was judged.
 */
public final class World implements AutoCloseable {
  private final Bench bench;
  private final String scenario;
  private final long startNanos;
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Set<AssetId> touched = ConcurrentHashMap.newKeySet();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private final List<LatencyFinding> latencies = new ArrayList<>();
  private final List<TimingFigure> timings = new ArrayList<>();
  private final List<LoadFinding> loads = new ArrayList<>();
  private final List<Background> backgrounds = new ArrayList<>();

  public World(Bench bench, String scenario) {
    this.bench = bench;
    this.scenario = scenario;
    this.startNanos = bench.clock().nanos();
  }

  public Bench bench() {
    return bench;
  }

  public String scenario() {
    return scenario;
  }

  /** Bench clock at the beginning of the scenario. */
  public long startNanos() {
    return startNanos;
  }

  public void add(Person person) {
    people.put(person.name(), person);
  }

  public Person person(String name) {
    Person person = people.get(name);
    if (person == null) {
      throw new ClaimOpen(name + " was not introduced; known are " + people.keySet());
    }
    return person;
  }

  /** Does something in a person's name through the product and writes it into the history. */
  public Outcome act(
      String name, AssetId server, Protocol protocol, Operation operation, Wish wish) {
    Entry.Act act = actUntold(name, server, protocol, operation, wish);
    if (wish != Wish.PROBE) {
      evidence.add(Wording.act(act) + ": " + Wording.outcome(act));
    }
    return act.outcome();
  }

  /** As {@link #act}, for what is done so often that nobody wants to read of each time. */
  public Entry.Act actUntold(
      String name, AssetId server, Protocol protocol, Operation operation, Wish wish) {
    Person person = person(name);
    return actUntold(person, session(person, server, protocol), server, protocol, operation, wish);
  }

  /** As the other, by a session that the caller has opened and closes. */
  public Entry.Act actUntold(
      Person person,
      Session session,
      AssetId server,
      Protocol protocol,
      Operation operation,
      Wish wish) {
    long sent = bench.clock().nanos();
    try {
      Outcome outcome = session.perform(operation);
      return write(person, server, protocol, operation, wish, sent, outcome);
    } catch (RuntimeException e) {
      // Our own client failed, perhaps after it had sent: what was wanted may have taken hold or
      // not.
      Wish open = wish == Wish.WANTED ? Wish.PROBE : wish;
      write(person, server, protocol, operation, open, sent, new Outcome.NoReply(e.toString()));
      throw e;
    }
  }

  private Entry.Act write(
      Person person,
      AssetId server,
      Protocol protocol,
      Operation operation,
      Wish wish,
      long sent,
      Outcome outcome) {
    Entry.Act act =
        new Entry.Act(
            bench.history().nextNumber(),
            person.name(),
            person.host(),
            server,
            protocol,
            operation,
            wish,
            sent,
            bench.clock().nanos(),
            outcome);
    bench.history().append(act);
    touched.add(server);
    return act;
  }

  /** The manners in which a person can write to a controller. */
  public Set<String> manners(String name, AssetId server, Protocol protocol) {
    return session(person(name), server, protocol).manners();
  }

  /**
   * A call of this person's, for sessions that the scenario handles itself.
   *
   * @throws ClaimOpen if no product stands between: whatever happens there says nothing about one
   */
  public Call call(Person person, AssetId server, Protocol protocol) {
    if (bench.plant().enforcedBetween(person.host(), server).isEmpty()) {
      throw new ClaimOpen(
          "no product stands between %s and %s: nothing is shown there"
              .formatted(person.host(), server));
    }
    return new Call(
        person.host(),
        server,
        protocol,
        person.identity(),
        Call.Way.PRODUCT,
        person.wrapped(),
        person.under());
  }

  private Session session(Person person, AssetId server, Protocol protocol) {
    return sessions.computeIfAbsent(
        person.name() + " " + server + " " + protocol,
        key -> bench.session(call(person, server, protocol)));
  }

  /** Ends the sessions of a person, so that the next act opens a new one. */
  public void hangUp(String name) {
    sessions
        .entrySet()
        .removeIf(
            e -> {
              boolean his = e.getKey().startsWith(name + " ");
              if (his) {
                e.getValue().close();
              }
              return his;
            });
  }

  /**
   * Takes a verdict on a claim into the scenario's.
   *
   * @throws ClaimFailed if it is FAIL
   * @throws ClaimOpen if it is INCONCLUSIVE
   */
  public void claim(Verdict verdict) {
    verdicts.add(verdict);
    switch (verdict) {
      case Verdict.Pass() -> {}
      case Verdict.Fail(var seen) -> throw new ClaimFailed(String.join("; ", seen));
      case Verdict.Inconclusive(var why) -> throw new ClaimOpen(String.join("; ", why));
    }
  }

  /** Takes care of something that goes on to the end of the scenario. */
  public void keep(Background background) {
    backgrounds.add(background);
  }

  /** What goes on meanwhile, in words; empty if nothing does. */
  public String meanwhile() {
    return String.join(" and ", backgrounds.stream().map(Background::what).toList());
  }

  /**
   * Ends what goes on meanwhile.
   *
   * @return that it went on all the time, and what else was seen is worth something; or not
   */
  public Verdict quiet() {
    List<Verdict> ended = new ArrayList<>();
    while (!backgrounds.isEmpty()) {
      ended.add(end(backgrounds.removeLast()));
    }
    return RollUp.of(ended, "nothing went on");
  }

  private Verdict end(Background background) {
    Verdict verdict = background.end();
    note(
        "meanwhile %s: %d times, with an answer %d times"
            .formatted(background.what(), background.times(), background.answered()));
    return verdict;
  }

  /** Whether something goes on meanwhile. */
  public boolean busy() {
    return !backgrounds.isEmpty();
  }

  /**
   * Waits until the plant has done all that was asked of it, and balances the books of the
   * scenario.
   */
  public Verdict books() throws InterruptedException {
    bench.settle();
    Verdict verdict =
        PlantCheck.booksBalance(bench.history(), bench.stalls(), startNanos, bench.clock().nanos());
    verdicts.add(verdict);
    return verdict;
  }

  public void note(String sentence) {
    evidence.add(sentence);
  }

  public void touch(AssetId controller) {
    touched.add(controller);
  }

  public void add(LatencyFinding finding) {
    latencies.add(finding);
  }

  /** A time that was measured; in virtual time there is none to measure. */
  public void add(TimingFigure figure) {
    if (!bench.fabric().equals(Means.VIRTUAL)) {
      timings.add(figure);
    }
  }

  public void add(LoadFinding finding) {
    loads.add(finding);
  }

  /** Controllers that somebody has acted on. */
  public Set<AssetId> touched() {
    return Set.copyOf(touched);
  }

  public List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  public List<String> evidence() {
    return List.copyOf(evidence);
  }

  public List<LatencyFinding> latencies() {
    return List.copyOf(latencies);
  }

  public List<TimingFigure> timings() {
    return List.copyOf(timings);
  }

  public List<LoadFinding> loads() {
    return List.copyOf(loads);
  }

  @Override
  public void close() {
    var _ = quiet(); // it was judged before, or nobody asks for it any more
    for (Session session : sessions.values()) {
      try {
        session.close();
      } catch (RuntimeException e) {
        evidence.add("a session could not be closed: " + e);
      }
    }
    sessions.clear();
  }
}
