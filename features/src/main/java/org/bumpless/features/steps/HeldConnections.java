package org.bumpless.features.steps;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bumpless.features.Background;
import org.bumpless.features.Person;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Session;
import org.bumpless.scenario.history.Wish;

/**
 * Connections to a controller that somebody opens only to have them, so that none is left for those
 * who must see and act (ATT&amp;CK T0814, T0829). Each asks once, and is kept while it stands.
 */
final class HeldConnections implements Background.Act {
  /** More than any controller has; bounded, for the bench's host must bear it too. */
  private static final int HELD_MAX = 160;

  private final World world;
  private final Person person;
  private final AssetId server;
  private final Deque<Session> held = new ArrayDeque<>();

  HeldConnections(World world, Person person, AssetId server) {
    this.world = world;
    this.person = person;
    this.server = server;
  }

  @Override
  public boolean once() {
    if (held.size() == HELD_MAX) {
      held.removeFirst().close();
    }
    Session session = world.bench().session(world.call(person, server, Protocol.MODBUS_TCP));
    held.addLast(session);
    boolean answered =
        world
                .actUntold(
                    person,
                    session,
                    server,
                    Protocol.MODBUS_TCP,
                    new Operation.Read(List.of(new TagId(server, "PV"))),
                    Wish.PROBE)
                .outcome()
            instanceof Outcome.Answered;
    if (!session.connected()) {
      held.removeLast().close();
    }
    return answered;
  }

  @Override
  public void end() {
    held.forEach(Session::close);
    held.clear();
  }
}
