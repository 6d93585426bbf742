package org.bumpless.runner.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.runner.wire.Conversation.Turn;

/**
 * How long requests and answers took from one side of the product to the other: the turns of a
 * connection before it, matched with those of the connection behind it.
 */
public final class Transits {
  private Transits() {}

  /**
   * One request with its answer.
   *
   * @param beginNanos when the request came to the product, nanoseconds since 1970
   * @param nanos what the product kept of the time: from the first byte of the request to the last
   *     byte of the answer before it, less the time that the server had behind it
   * @param sameBytes whether both sides of the product heard the same bytes: then request and
   *     answer, with their transaction number, are matched for certain; else by their order
   */
  public record Transit(long beginNanos, long nanos, boolean sameBytes) {}

  /**
   * Matches the turns of two connections from the end: what comes first before the product may be
   * the setting up of TLS, of which nothing is heard behind it.
   *
   * @throws UnmatchedException if they cannot belong together
   */
  static List<Transit> match(List<Turn> before, List<Turn> behind) throws UnmatchedException {
    int extra = before.size() - behind.size();
    if (extra < 0) {
      throw new UnmatchedException(
          "%d requests behind the product and %d before it"
              .formatted(behind.size(), before.size()));
    }
    List<Transit> transits = new ArrayList<>();
    for (int i = 0; i < behind.size(); i++) {
      Turn outer = before.get(extra + i);
      Turn inner = behind.get(i);
      if (inner.askedFirst() < outer.askedFirst() || inner.answeredLast() > outer.answeredLast()) {
        throw new UnmatchedException(
            "request %d left the product before it came, or was answered before its answer"
                .formatted(i + 1));
      }
      transits.add(
          new Transit(
              outer.askedFirst(),
              outer.answeredLast()
                  - outer.askedFirst()
                  - (inner.answeredFirst() - inner.askedLast()),
              outer.saysTheSame(inner)));
    }
    return transits;
  }

  /**
   * Adds up what belongs to one operation: a read of tags in several areas takes a request for each
   * of them, one after the other.
   *
   * @param connections the transits of each, oldest first
   * @param operations how many there were on all of them, all alike
   * @throws UnmatchedException if the transits cannot be shared out evenly
   */
  static List<Transit> operations(List<List<Transit>> connections, int operations)
      throws UnmatchedException {
    int all = connections.stream().mapToInt(List::size).sum();
    int each = operations == 0 ? 0 : all / operations;
    boolean even =
        each > 0
            && all == each * operations
            && connections.stream().allMatch(its -> its.size() % each == 0);
    if (!even) {
      throw new UnmatchedException(
          "%d requests cannot be those of %d operations".formatted(all, operations));
    }
    return connections.stream()
        .flatMap(
            its ->
                IntStream.range(0, its.size() / each)
                    .mapToObj(i -> sum(its.subList(i * each, (i + 1) * each))))
        .toList();
  }

  private static Transit sum(List<Transit> transits) {
    return new Transit(
        transits.getFirst().beginNanos(),
        transits.stream().mapToLong(Transit::nanos).sum(),
        transits.stream().allMatch(Transit::sameBytes));
  }

  /** What is seen before the product and what is seen behind it do not fit. */
  public static final class UnmatchedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnmatchedException(String message) {
      super(message);
    }
  }
}
