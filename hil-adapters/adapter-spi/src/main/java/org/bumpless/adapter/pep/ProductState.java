package org.bumpless.adapter.pep;

/** How a product is, as far as its adapter can tell from outside. */
public sealed interface ProductState {
  /** Not started, or stopped by the bench. */
  record Stopped() implements ProductState {}

  record Running() implements ProductState {}

  /**
   * Ended by itself.
   *
   * @param lastWords the last lines it printed
   */
  record Exited(int code, String lastWords) implements ProductState {
    /** What happened, in half a sentence: the code and the last line of its words. */
    public String told() {
      String last = lastWords.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
      return "the product has ended by itself with code "
          + code
          + (last.isEmpty() ? ", without a word" : "; its last words: " + last.strip());
    }
  }
}
