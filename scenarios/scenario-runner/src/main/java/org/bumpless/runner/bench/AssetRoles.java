package org.bumpless.runner.bench;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;

/** What the assets of a plant are to controllers that ask for a role. */
public final class AssetRoles implements Function<String, Optional<Role>> {
  private final Map<String, Optional<Role>> roles;

  public AssetRoles(Plant plant) {
    roles =
        plant.assets(Asset.class).stream()
            .collect(Collectors.toMap(asset -> asset.id().value(), AssetRoles::role));
  }

  @Override
  public Optional<Role> apply(String asset) {
    return roles.getOrDefault(asset, Optional.empty());
  }

  private static Optional<Role> role(Asset asset) {
    return switch (asset) {
      case Asset.Hmi _ -> Optional.of(Role.OPERATOR);
      case Asset.EngineeringWorkstation _ -> Optional.of(Role.ENGINEER);
      case Asset.Aggregator _, Asset.Historian _ -> Optional.of(Role.VIEWER);
      case Asset.Controller _, Asset.SafetyController _, Asset.Host _, Asset.FieldDevice _ ->
          Optional.empty();
    };
  }
}
