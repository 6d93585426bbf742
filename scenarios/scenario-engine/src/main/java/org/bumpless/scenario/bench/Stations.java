package org.bumpless.scenario.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;

/** The plant's stations, which go on working while scenarios run: HMIs and the aggregator. */
public interface Stations {

  /** How each polling flow has fared since a moment. */
  List<Fare> since(long nanos);

  /** The last values a station has seen. */
  Map<TagId, TagValue> view(AssetId station);

  /** An operator acts at a station: a wanted operation, sent the way the station's flow takes. */
  Outcome command(AssetId station, AssetId server, Operation operation);

  /**
   * Gives a station a new certificate and moves its connections over, new before old.
   *
   * @return how many connections were moved
   */
  int rotate(AssetId station);

  /**
   * Waits until every station has had an answer from each of its servers to a poll that was due
   * after now.
   *
   * @return who has not seen whom, at the end of the time
   */
  Optional<String> awaitAllSeen(Duration atMost) throws InterruptedException;

  /**
   * How a polling flow has fared.
   *
   * @param planned polls that were due; 0 if one of its servers had none
   * @param missed polls without an answer before the flow's deadline, lost ones included
   * @param lost polls that were sent and never answered: the connection was refused or ended, or
   *     the answer was an error
   * @param longestMiss most polls of one server missed in a row
   * @param why of the first miss; empty if none
   * @param blamed the misses without those during which the host itself stood still
   */
  record Fare(
      FlowId flow,
      AssetId station,
      long planned,
      long missed,
      long lost,
      int longestMiss,
      String why,
      Misses blamed) {

    /** On a host that never stood still. */
    public Fare(
        FlowId flow,
        AssetId station,
        long planned,
        long missed,
        long lost,
        int longestMiss,
        String why) {
      this(
          flow,
          station,
          planned,
          missed,
          lost,
          longestMiss,
          why,
          new Misses(missed, lost, longestMiss));
    }
  }

  /**
   * Missed polls.
   *
   * @param longest most of one server in a row
   */
  record Misses(long missed, long lost, int longest) {}
}
