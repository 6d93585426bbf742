package org.bumpless.runner.mutant;

import java.nio.file.Path;
import java.util.List;
import org.bumpless.adapter.pep.Mutant;

/**
 * What the bench has found out about a mutant.
 *
 * @param folders the run folders that it left
 */
public record Finding(Mutant mutant, Fate fate, List<Path> folders) {
  public Finding {
    folders = List.copyOf(folders);
  }
}
