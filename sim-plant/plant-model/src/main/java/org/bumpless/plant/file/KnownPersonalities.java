package org.bumpless.plant.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.bumpless.plant.model.Personality;

/**
 * The makes of controllers that the bench knows: {@code personalities.yaml} beside this class, one
 * entry for each. A plant file can name them without declaring them.
 */
public final class KnownPersonalities {
  private static final String RESOURCE = "personalities.yaml";

  private KnownPersonalities() {}

  /** All of them, in the order of the file. */
  public static List<Personality> all() {
    Problems problems = new Problems(RESOURCE);
    try (InputStream in = KnownPersonalities.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": no such resource");
      }
      String text = YamlText.decode(in.readAllBytes(), problems);
      Section root = new Section(YamlLoader.load(text, problems), problems);
      List<Personality> all = root.each("personalities", new PersonalityReader(problems)::read);
      problems.throwIfAny();
      return all;
    } catch (BadFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
