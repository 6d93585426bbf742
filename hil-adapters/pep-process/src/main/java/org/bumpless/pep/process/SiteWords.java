package org.bumpless.pep.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.file.Problem;
import org.bumpless.plant.file.Word;

/** Words of a {@code sut.yaml} with the variables of a site filled in. */
public final class SiteWords {
  private SiteWords() {}

  /**
   * Fills the variables of the templates into words.
   *
   * @throws ProductException if they use what does not exist; the message says where
   */
  public static List<String> of(Sut sut, SitePack site, List<Word> words) throws ProductException {
    Renderer renderer = new Renderer(SiteVariables.of(sut, site));
    List<String> filled = filled(sut, words, renderer);
    requireSound(renderer);
    return filled;
  }

  /** As {@link #of}; what is wrong is with the renderer. */
  static List<String> filled(Sut sut, List<Word> words, Renderer renderer) {
    String file = sut.folder().resolve("sut.yaml").toString();
    List<String> filled = new ArrayList<>();
    for (Word word : words) {
      filled.add(renderer.word(file, word.text(), word.place()));
    }
    return filled;
  }

  /**
   * Ends the preparation of a product if anything was wrong with its texts.
   *
   * @throws ProductException with all of it
   */
  static void requireSound(Renderer renderer) throws ProductException {
    if (!renderer.problems().isEmpty()) {
      throw new ProductException(
          ProductException.Cause.BAD_INPUT,
          renderer.problems().stream()
              .sorted()
              .map(Problem::toString)
              .collect(Collectors.joining("\n")));
    }
  }
}
