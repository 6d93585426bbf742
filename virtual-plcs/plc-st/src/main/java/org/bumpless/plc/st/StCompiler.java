package org.bumpless.plc.st;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plc.st.check.Checker;
import org.bumpless.plc.st.code.ClassWriter;
import org.bumpless.plc.st.parse.SourceParser;
import org.bumpless.plc.st.problem.Problem;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.StProgram;
import org.bumpless.plc.st.tree.Source;
import org.bumpless.plc.st.tree.Source.Unit;
import org.bumpless.plc.st.typed.TypedSource;

/** Makes programs of texts in Structured Text (IEC 61131-3, third edition). */
public final class StCompiler {
  private static final String STANDARD = "standard.st";
  private static final String TOO_LONG = "(?is).*code.*(?:size|length|large|long).*";
  private static final Problem TOO_DEEP =
      new Problem(1, 1, "", "something is nested too deeply", "use variables in between");

  private final Source standard;

  /** Reads the function blocks of the standard. */
  public StCompiler() {
    try (InputStream text =
        Objects.requireNonNull(StCompiler.class.getResourceAsStream(STANDARD))) {
      this.standard =
          SourceParser.parse(STANDARD, new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Compiles a text.
   *
   * @param name of the text, for messages
   * @throws StException if it is no program, with all that is wrong with it
   */
  public StProgram compile(String name, String text) throws StException {
    try {
      Source own = SourceParser.parse(name, text);
      TypedSource typed = Checker.check(name, withStandard(own));
      return new StProgram(typed, ClassWriter.write(typed));
    } catch (StackOverflowError _) {
      throw new StException(name, List.of(TOO_DEEP)); // an expression as deep as a stack is none
    } catch (IllegalArgumentException e) {
      throw tooLong(name, e);
    }
  }

  /** What the JVM has no room for: a single statement with a body of thousands of others. */
  private static StException tooLong(String name, IllegalArgumentException e) {
    if (!String.valueOf(e.getMessage()).matches(TOO_LONG)) {
      throw e;
    }
    return new StException(
        name,
        List.of(
            new Problem(
                1,
                1,
                name,
                "a statement is too long for the JVM (" + e.getMessage() + ")",
                "divide it into function blocks")));
  }

  /** A block of the text's own takes the place of the standard's of that name. */
  private Source withStandard(Source own) {
    Set<String> names =
        own.units().stream()
            .map(unit -> unit.name().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<Unit> units = new ArrayList<>();
    standard.units().stream().filter(unit -> !names.contains(unit.name())).forEach(units::add);
    units.addAll(own.units());
    return new Source(own.types(), own.globals(), units, own.configurations());
  }
}
