package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.runner.InputException;

/** Finds the providers on the class path by their ids. */
public final class Providers {
  private Providers() {}

  /**
   * The provider with an id.
   *
   * @param what what is looked for, in words, for example "protocol"
   * @throws InputException if there is none, with the list of those there are
   */
  public static <P> P find(Class<P> kind, Function<P, String> id, String wanted, String what) {
    List<P> all = all(kind);
    return all.stream()
        .filter(p -> id.apply(p).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "unknown %s \"%s\"; known are %s"
                        .formatted(
                            what,
                            wanted,
                            all.stream().map(id).sorted().collect(Collectors.joining(", ")))));
  }

  /**
   * The provider that attaches a product or a mutant of one.
   *
   * @throws InputException if there is none, with the list of those for products
   */
  static PepProvider product(String wanted) {
    return all(Mutant.class).stream()
        .filter(mutant -> mutant.id().equals(wanted))
        .map(PepProvider.class::cast)
        .findFirst()
        .orElseGet(() -> find(PepProvider.class, PepProvider::id, wanted, "product provider"));
  }

  /**
   * The only provider of a kind.
   *
   * @throws IllegalStateException if there is none: the build is incomplete
   */
  public static <P> P only(Class<P> kind) {
    return all(kind).stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no " + kind.getName() + " on the class path"));
  }

  /** All providers of a kind. */
  public static <P> List<P> all(Class<P> kind) {
    List<P> found = new ArrayList<>();
    ServiceLoader.load(kind).forEach(found::add);
    return List.copyOf(found);
  }
}
