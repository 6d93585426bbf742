package org.bumpless.pep.process;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Problem;

/** Fills variables into texts, and collects all that is wrong with the texts. */
final class Renderer {
  private static final Set<String> OF_MUSTACHE = Set.of(".", "this", "-first", "-last", "-index");
  private static final Pattern LINE_IN_MESSAGE = Pattern.compile("@ line (\\d+)");
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);
  private final Map<String, Object> variables;
  private final Set<String> known = new HashSet<>(OF_MUSTACHE);
  private final List<Problem> problems = new ArrayList<>();

  Renderer(Map<String, Object> variables) {
    this.variables = variables;
    known.addAll(SiteVariables.TOP);
    known.addAll(SiteVariables.OF_A_LISTENER);
    known.addAll(SiteVariables.OF_A_CLIENT);
  }

  /** What has been wrong so far. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * A whole file with its variables filled in; empty if something is wrong with it.
   *
   * @param name as a person finds it
   */
  String file(String name, String text) {
    return render(new Source(name, text, Place.WHOLE_FILE));
  }

  /** One word of a file with its variables filled in; empty if something is wrong with it. */
  String word(String file, String text, Place place) {
    return render(new Source(file, text, place));
  }

  private String render(Source source) {
    int unclosed = source.text().lastIndexOf(OPEN);
    if (unclosed >= 0 && source.text().indexOf(CLOSE, unclosed) < 0) {
      add(source, source.at(unclosed), "an open \"{{\"", "\"}}\" after it");
      return "";
    }
    int before = problems.size();
    try {
      Template template = compiler.compile(source.text());
      template.visit(new Names(source));
      return problems.size() == before ? template.execute(variables) : "";
    } catch (MustacheException.Context e) {
      unknown(source, e.key, e.lineNo);
    } catch (MustacheException | IndexOutOfBoundsException e) {
      String message = String.valueOf(e.getMessage());
      Matcher line = LINE_IN_MESSAGE.matcher(message);
      add(
          source,
          line.find() ? source.line(Integer.parseInt(line.group(1))) : source.line(1),
          "text that is no Mustache template (" + message + ")",
          "a closing tag for each section, and a name in each tag");
    }
    return "";
  }

  private void unknown(Source source, String name, int fromLine) {
    add(
        source,
        source.tag(name, fromLine),
        "unknown variable \"" + name + "\"",
        SiteVariables.known());
  }

  private void add(Source source, Place place, String found, String expected) {
    problems.add(new Problem(source.name(), place.line(), place.column(), found, expected));
  }

  /**
   * A text and where it is from.
   *
   * @param origin where it stands; the whole file if it is one
   */
  private record Source(String name, String text, Place origin) {

    /** The first tag with a name, at a line or below it. */
    Place tag(String name, int fromLine) {
      Matcher tag =
          Pattern.compile("\\{\\{[{#^&<>$]?\\s*" + Pattern.quote(name) + "\\s*}").matcher(text);
      return tag.find(startOf(fromLine)) ? at(tag.start()) : line(fromLine);
    }

    Place line(int line) {
      return origin.equals(Place.WHOLE_FILE) ? new Place(line, 1) : origin;
    }

    Place at(int index) {
      if (!origin.equals(Place.WHOLE_FILE)) {
        return origin;
      }
      int lineStart = text.lastIndexOf('\n', index - 1) + 1;
      int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
      return new Place(line, 1 + text.codePointCount(lineStart, index));
    }

    private int startOf(int line) {
      int start = 0;
      for (int n = 1; n < line; n++) {
        start = text.indexOf('\n', start) + 1;
      }
      return start;
    }
  }

  /** Looks at every name in a template, also in sections that are left out this time. */
  private final class Names implements Mustache.Visitor {
    private final Source source;

    Names(Source source) {
      this.source = source;
    }

    @Override
    public void visitText(String text) {
      // Text needs no variable.
    }

    @Override
    public void visitVariable(String name) {
      if (!known.contains(name)) {
        unknown(source, name, 1);
      }
    }

    @Override
    public boolean visitSection(String name) {
      visitVariable(name);
      return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
      visitVariable(name);
      return true;
    }

    @Override
    public boolean visitInclude(String name) {
      return other(name);
    }

    @Override
    public boolean visitParent(String name) {
      return other(name);
    }

    private boolean other(String name) {
      add(source, source.tag(name, 1), "another template \"" + name + "\"", "all in one file");
      return false;
    }
  }
}
