package org.bumpless.features.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bumpless.adapter.services.Directory;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.ledger.Ledger;

/** Products that a {@link FakeBench} can have in its conduits. */
public final class Products {
  private static final Outcome DENIED = new Outcome.Refused("TLS alert: access denied");

  private Products() {}

  /** Reacts to what somebody tries. */
  @FunctionalInterface
  public interface Product {
    Outcome react(FakeBench bench, Call call, Operation operation);
  }

  /** Lets everything through. */
  public static Outcome open(FakeBench bench, Call call, Operation operation) {
    return bench.obey(call, operation);
  }

  /** Lets nothing through. */
  public static Outcome closed(FakeBench bench, Call call, Operation operation) {
    bench.clock().spend(Duration.ofMillis(1));
    return DENIED;
  }

  /** Says no and forwards it all the same. */
  public static Outcome lying(FakeBench bench, Call call, Operation operation) {
    bench.obey(call, operation);
    return DENIED;
  }

  /** Holds to the plant's policy. */
  public static Outcome sound(FakeBench bench, Call call, Operation operation) {
    return permits(bench, call, operation)
        ? bench.obey(call, operation)
        : closed(bench, call, operation);
  }

  private static boolean permits(FakeBench bench, Call call, Operation operation) {
    Optional<Identity> identity = call.identity().filter(bench.identities()::good);
    if (!call.wrapped() || identity.isEmpty() || bench.decisionsSilent()) {
      return false;
    }
    String id = identity.get().spiffeId();
    Optional<Directory.Entry> known = bench.services().find(id);
    boolean person =
        known.isPresent()
            && known.get().mfa()
            && known.get().groups().contains("controls-engineering")
            && bench.services().isHealthy(known.get().device());
    boolean writes = !Ledger.writes(operation).isEmpty();
    return person
        && ticketOpen(bench, id, call.server())
        && (!writes || known.get().role().equals("lead-engineer"));
  }

  private static boolean ticketOpen(FakeBench bench, String id, AssetId asset) {
    Instant now = bench.clock().instant();
    return bench.services().find(id, asset).stream()
        .anyMatch(t -> !now.isBefore(t.opens()) && now.isBefore(t.closes()));
  }
}
