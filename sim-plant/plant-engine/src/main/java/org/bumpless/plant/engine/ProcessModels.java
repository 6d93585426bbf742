package org.bumpless.plant.engine;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.bumpless.plant.model.ProcessSpec;

/** The kinds of process that this bench has. */
public final class ProcessModels {
  private final Map<String, ProcessModelProvider> byId = new TreeMap<>();

  /**
   * Takes the kinds by their ids.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public ProcessModels(Iterable<ProcessModelProvider> providers) {
    for (ProcessModelProvider provider : providers) {
      if (byId.putIfAbsent(provider.id(), provider) != null) {
        throw new IllegalArgumentException("two process models have the id " + provider.id());
      }
    }
  }

  /** The kinds on the class path. */
  public static ProcessModels installed() {
    return new ProcessModels(ServiceLoader.load(ProcessModelProvider.class));
  }

  /** Ids of all kinds, sorted. */
  public Iterable<String> ids() {
    return byId.keySet();
  }

  /**
   * The process that a plant file describes, at its initial state.
   *
   * @throws IllegalArgumentException if there is no such model, with the list of those that there
   *     are, if a parameter is wrong, or if a file is named where none is read or the reverse
   */
  public ProcessModel create(ProcessSpec spec, long seed) {
    ProcessModelProvider provider = byId.get(spec.model());
    if (provider == null) {
      throw new IllegalArgumentException(
          "process model \"" + spec.model() + "\": expected one of " + byId.keySet());
    }
    if (spec.file().isPresent() != provider.readsFile()) {
      throw new IllegalArgumentException(
          provider.readsFile()
              ? "process model %s without a file: expected key file beside it"
                  .formatted(spec.model())
              : "process model %s with file %s: expected none, it is built in"
                  .formatted(spec.model(), spec.file().orElseThrow()));
    }
    return provider.create(spec, seed);
  }
}
