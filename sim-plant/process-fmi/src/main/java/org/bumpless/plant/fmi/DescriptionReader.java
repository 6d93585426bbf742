package org.bumpless.plant.fmi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bumpless.plant.fmi.Variable.Causality;
import org.bumpless.plant.fmi.Variable.Kind;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads {@code modelDescription.xml} (FMI 2.0, chapters 2.2 and 4.3). */
final class DescriptionReader {
  private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,199}";

  private final Element root;
  private final Map<String, Element> types = new HashMap<>();

  private DescriptionReader(Element root) {
    this.root = root;
    children(root, "TypeDefinitions")
        .flatMap(definitions -> children(definitions, "SimpleType"))
        .forEach(type -> kindOf(type).ifPresent(kind -> types.put(text(type, "name"), kind)));
  }

  /**
   * Reads.
   *
   * @throws FmuException if it describes no model that the bench can run
   */
  static ModelDescription read(byte[] xml) {
    Element root = parsed(xml);
    String version = text(root, "fmiVersion");
    if (!root.getTagName().equals("fmiModelDescription") || !version.equals("2.0")) {
      throw new FmuException(
          root.getTagName() + " of FMI \"" + version + "\"",
          "an fmiModelDescription of FMI 2.0: export the model again with that version");
    }
    return new DescriptionReader(root).description();
  }

  private static Element parsed(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new FmuException(
          FmuArchive.DESCRIPTION + " that cannot be read (" + e.getMessage() + ")",
          "XML without a document type");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JVM has a parser that can be closed up", e);
    }
  }

  private ModelDescription description() {
    Element capabilities =
        children(root, "CoSimulation")
            .findFirst()
            .orElseThrow(
                () ->
                    new FmuException(
                        "no co-simulation in it",
                        "an FMU for co-simulation: export it again with its solver"));
    String identifier = text(capabilities, "modelIdentifier");
    if (!identifier.matches(IDENTIFIER)) {
      throw new FmuException("modelIdentifier \"" + identifier + "\"", "a name as in C");
    }
    Optional<Element> experiment = children(root, "DefaultExperiment").findFirst();
    return new ModelDescription(
        identifier,
        text(root, "guid"),
        flag(capabilities, "canBeInstantiatedOnlyOncePerProcess"),
        flag(capabilities, "canGetAndSetFMUstate"),
        flag(capabilities, "canHandleVariableCommunicationStepSize")
            ? 0
            : Math.max(
                0, Math.round(experiment.map(e -> number(e, "stepSize", 0)).orElse(0.0) * 1e9)),
        experiment.map(e -> number(e, "startTime", 0)).orElse(0.0),
        variables());
  }

  private List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    children(root, "ModelVariables")
        .flatMap(all -> children(all, "ScalarVariable"))
        .forEach(scalar -> variable(scalar).ifPresent(variables::add));
    return variables;
  }

  private Optional<Variable> variable(Element scalar) {
    Optional<Causality> causality =
        switch (text(scalar, "causality")) {
          case "output" -> Optional.of(Causality.OUTPUT);
          case "input" -> Optional.of(Causality.INPUT);
          case "parameter" -> Optional.of(Causality.PARAMETER);
          default -> Optional.empty();
        };
    Optional<Element> typed = kindOf(scalar);
    if (causality.isEmpty() || typed.isEmpty()) {
      return Optional.empty();
    }
    Element own = typed.get();
    Element declared = types.getOrDefault(text(own, "declaredType"), own);
    Kind kind =
        switch (own.getTagName()) {
          case "Real" -> Kind.REAL;
          case "Boolean" -> Kind.BOOLEAN;
          default -> Kind.INTEGER;
        };
    double widest =
        switch (kind) {
          case REAL -> Double.MAX_VALUE;
          case INTEGER -> Integer.MAX_VALUE;
          case BOOLEAN -> 1;
        };
    double least = kind == Kind.BOOLEAN ? 0 : -widest;
    Variable variable =
        new Variable(
            text(scalar, "name"),
            reference(scalar),
            kind,
            causality.get(),
            own.hasAttribute("unit") ? text(own, "unit") : text(declared, "unit"),
            number(own, "start", 0),
            number(own, "min", number(declared, "min", least)),
            number(own, "max", number(declared, "max", widest)));
    if (!(variable.low() <= variable.high())) {
      throw new FmuException(
          "variable \"%s\" from %s to %s"
              .formatted(variable.name(), variable.low(), variable.high()),
          "min not above max");
    }
    return Optional.of(variable);
  }

  /** The element that says of a variable or a type what its values are; not of strings. */
  private static Optional<Element> kindOf(Element owner) {
    return Stream.of("Real", "Integer", "Boolean", "Enumeration")
        .flatMap(kind -> children(owner, kind))
        .findFirst();
  }

  private static Stream<Element> children(Element parent, String name) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getTagName().equals(name));
  }

  private static String text(Element element, String attribute) {
    return element.getAttribute(attribute);
  }

  private static boolean flag(Element element, String attribute) {
    return text(element, attribute).equals("true") || text(element, attribute).equals("1");
  }

  private static int reference(Element scalar) {
    String written = text(scalar, "valueReference");
    try {
      return Integer.parseUnsignedInt(written);
    } catch (NumberFormatException _) {
      throw unreadable(scalar, "valueReference", "0 to 4294967295");
    }
  }

  private static double number(Element element, String attribute, double absent) {
    String written = text(element, attribute).strip();
    return switch (written) {
      case "" -> absent;
      case "true" -> 1;
      case "false" -> 0;
      default -> {
        try {
          yield Double.parseDouble(written.replace("INF", "Infinity"));
        } catch (NumberFormatException _) {
          throw unreadable(element, attribute, "a number");
        }
      }
    };
  }

  private static FmuException unreadable(Element element, String attribute, String expected) {
    return new FmuException(
        "%s \"%s\" of a %s".formatted(attribute, text(element, attribute), element.getTagName()),
        expected);
  }
}
