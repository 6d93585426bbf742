package org.bumpless.plc.st.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words of other languages and later editions: what they announce is told as such, not as a slip in
 * Structured Text.
 */
final class ForeignWords {
  private static final String CHART =
      "sequential function charts are not compiled; write the steps as branches of a CASE";
  private static final String OBJECT =
      "classes and namespaces are not compiled; write FUNCTION_BLOCK and FUNCTION";
  private static final String POINTER =
      "a program gets no pointers; hand the variable over as VAR_IN_OUT";

  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry("INITIAL_STEP", CHART),
          Map.entry("STEP", CHART),
          Map.entry("TRANSITION", CHART),
          Map.entry("ACTION", CHART),
          Map.entry("CLASS", OBJECT),
          Map.entry("INTERFACE", OBJECT),
          Map.entry("METHOD", OBJECT),
          Map.entry("PROPERTY", OBJECT),
          Map.entry("NAMESPACE", OBJECT),
          Map.entry("USING", OBJECT),
          Map.entry("EXTENDS", OBJECT),
          Map.entry("IMPLEMENTS", OBJECT),
          Map.entry("POINTER", POINTER),
          Map.entry("REFERENCE", POINTER),
          Map.entry("REF_TO", POINTER));

  private ForeignWords() {}

  /** What to write instead; empty if the word is none of them. */
  static Optional<String> remedy(String word) {
    return Optional.ofNullable(REMEDIES.get(word.toUpperCase(Locale.ROOT)));
  }
}
