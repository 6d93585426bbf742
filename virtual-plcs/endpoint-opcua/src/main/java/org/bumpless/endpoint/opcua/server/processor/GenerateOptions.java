package org.bumpless.endpoint.opcua.server.processor;

import java.util.Locale;
import java.util.Optional;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Load;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * How a program that is written is to take over: a String of one or two words, {@code RESTART} or
 * {@code ONLINE} and the program's name, both optional; nothing at all means a restart.
 *
 * @param name what the program is called from then on
 */
record GenerateOptions(Load load, String name) {
  private static final String NAMELESS = "program";

  /** What a client means that says nothing. */
  static final GenerateOptions USUAL = new GenerateOptions(Load.RESTART, NAMELESS);

  /** Empty if a client's options are none of these. */
  static Optional<GenerateOptions> parse(Variant options) {
    return switch (options.value()) {
      case null -> Optional.of(USUAL);
      case String text -> ofText(text.strip());
      default -> Optional.empty();
    };
  }

  private static Optional<GenerateOptions> ofText(String text) {
    String[] words = text.split(" +", 2);
    Optional<Load> load = load(words[0]);
    String name = load.isEmpty() ? text : words.length > 1 ? words[1] : "";
    String its = name.isEmpty() ? NAMELESS : name;
    return ProgramText.isName(its)
        ? Optional.of(new GenerateOptions(load.orElse(Load.RESTART), its))
        : Optional.empty();
  }

  private static Optional<Load> load(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "RESTART" -> Optional.of(Load.RESTART);
      case "ONLINE" -> Optional.of(Load.ONLINE);
      default -> Optional.empty();
    };
  }
}
