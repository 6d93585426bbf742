package org.bumpless.scenario.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All requirements of a catalogue file, in its order.
 *
 * @param families family to its title
 */
public record Catalogue(Map<String, String> families, List<Requirement> requirements) {
  public Catalogue {
    families = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(families));
    requirements = List.copyOf(requirements);
  }

  public Optional<Requirement> find(String id) {
    return requirements.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
