package org.bumpless.runner.virtual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.services.PlantServices;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plc.scan.Lateness;
import org.bumpless.plc.scan.ScanCycle;
import org.bumpless.runner.bench.BenchFacts;
import org.bumpless.runner.bench.BenchField;
import org.bumpless.runner.bench.BenchIdentities;
import org.bumpless.runner.bench.DrivenBench;
import org.bumpless.runner.bench.Fronts;
import org.bumpless.runner.bench.Islands;
import org.bumpless.runner.bench.People;
import org.bumpless.runner.bench.RecordedLoops;
import org.bumpless.runner.bench.RecordedProcess;
import org.bumpless.runner.bench.Started;
import org.bumpless.scenario.bench.Cables;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.bench.Controllers;
import org.bumpless.scenario.bench.Evidence;
import org.bumpless.scenario.bench.Field;
import org.bumpless.scenario.bench.HostStalls;
import org.bumpless.scenario.bench.Identities;
import org.bumpless.scenario.bench.LatencyLab;
import org.bumpless.scenario.bench.LoadLab;
import org.bumpless.scenario.bench.Loops;
import org.bumpless.scenario.bench.Network;
import org.bumpless.scenario.bench.Power;
import org.bumpless.scenario.bench.Process;
import org.bumpless.scenario.bench.Safety;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.bench.Stations;
import org.bumpless.scenario.requirement.Means;

/** A bench whose time is its own; used by one thread. */
final class VirtualBench implements DrivenBench {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);
  private static final String NO_WIRE = "virtual time has no wire";

  private final BenchFacts facts;
  private final Parts parts;
  private final Started started;

  /** What has been started. */
  record Parts(
      ScanCycle cycle,
      Lateness lateness,
      PlantServices services,
      BenchIdentities identities,
      People people,
      Optional<PolicyDecisionPoint> decisionPoint,
      Optional<DecisionService> decisions,
      Fronts fronts,
      Islands islands,
      RecordedProcess process,
      RecordedLoops loops,
      VirtualWay way,
      VirtualStations stations) {}

  VirtualBench(BenchFacts facts, Parts parts, Started started) {
    this.facts = facts;
    this.parts = parts;
    this.started = started;
  }

  @Override
  public BenchFacts facts() {
    return facts;
  }

  @Override
  public PlantServices services() {
    return parts.services();
  }

  @Override
  public Optional<PolicyDecisionPoint> decisionPoint() {
    return parts.decisionPoint();
  }

  @Override
  public Optional<DecisionService> decisions() {
    return parts.decisions();
  }

  @Override
  public Session session(Call call) {
    return new VirtualSession(parts.way(), call);
  }

  @Override
  public Stations stations() {
    return parts.stations();
  }

  @Override
  public Controllers controllers() {
    return parts.fronts();
  }

  @Override
  public Safety safety() {
    return parts.islands();
  }

  @Override
  public Process process() {
    return parts.process();
  }

  @Override
  public Field field() {
    return new BenchField(parts.process());
  }

  @Override
  public Loops loops() {
    return parts.loops();
  }

  @Override
  public String fabric() {
    return Means.VIRTUAL;
  }

  @Override
  public Optional<Network> network() {
    return Optional.empty();
  }

  @Override
  public Cables cables() {
    return new NoCables();
  }

  @Override
  public Power power() {
    return new Power() {
      @Override
      public void off() {
        parts.way().gone(true);
      }

      @Override
      public void kill() {
        off();
      }

      @Override
      public Optional<String> on() {
        parts.way().gone(false);
        return Optional.empty();
      }

      @Override
      public Optional<String> suffer(Mishap mishap) {
        return Optional.of("no process of the product's runs in virtual time");
      }

      @Override
      public Optional<String> recover() {
        return Optional.empty();
      }
    };
  }

  @Override
  public LatencyLab latency() {
    return (client, server, beside) -> {
      throw new IllegalStateException(NO_WIRE);
    };
  }

  @Override
  public LoadLab load() {
    return (client, server, beside) -> {
      throw new IllegalStateException(NO_WIRE);
    };
  }

  @Override
  public Evidence evidence() {
    return Evidence.NONE;
  }

  @Override
  public HostStalls stalls() {
    return HostStalls.NONE;
  }

  @Override
  public Lateness lateness() {
    return parts.lateness();
  }

  @Override
  public List<String> unrecorded() {
    return List.of();
  }

  @Override
  public Optional<String> productEnded() {
    return Optional.empty();
  }

  @Override
  public Identities identities() {
    return parts.identities();
  }

  /** One beat more than the slowest scan takes. */
  @Override
  public void settle() throws InterruptedException {
    ScanCycle cycle = parts.cycle();
    clock().await(Duration.ofNanos((cycle.longestBeats() + 1) * cycle.periodNanos()));
  }

  @Override
  public Optional<String> restore() throws InterruptedException {
    parts.decisions().ifPresent(d -> d.behave(DecisionService.Behaviour.SOUND));
    parts.way().gone(false);
    parts.people().forget();
    parts.cycle().restore();
    return parts.stations().awaitAllSeen(SEEN_WITHIN);
  }

  @Override
  public void close() {
    started.close();
  }

  /** There are none to be spoilt. */
  private static final class NoCables implements Cables {
    @Override
    public void impair(Plug plug, Impairment impairment) {
      throw new IllegalArgumentException(NO_WIRE);
    }

    @Override
    public Optional<String> doubt() {
      return Optional.empty();
    }

    @Override
    public void mend(Plug plug) {
      throw new IllegalArgumentException(NO_WIRE);
    }
  }
}
