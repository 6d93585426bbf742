package org.bumpless.plant.engine.tennessee;

/**
 * The plant as pipes and vessels: from the fifty states and the conditions outside to how fast the
 * states change. Remembers nothing from one evaluation to the next.
 */
final class Flowsheet {
  final Feeds feeds = new Feeds();
  final FeedZone feedZone = new FeedZone();
  final Reactor reactor = new Reactor();
  final Separator separator = new Separator();
  final Compressor compressor = new Compressor();
  final Stripper stripper = new Stripper();

  /**
   * Works out everything.
   *
   * @param rates of all states but the valves, per hour
   */
  void evaluate(double[] state, Conditions outside, double[] rates) {
    feeds.evaluate(state, outside);
    feedZone.evaluate(state);
    reactor.evaluate(state, outside);
    separator.evaluate(state);
    stripper.evaluate(state, outside);
    feedZone.discharge(reactor.content.pressureTorr);
    reactor.discharge(separator.content.pressureTorr, outside);
    separator.cool(reactor.outlet, state[StateLayout.CONDENSER_WATER], outside);
    compressor.evaluate(
        separator.content, feedZone.pressureTorr, state[StateLayout.VALVES + Valves.RECYCLE]);
    stripper.part(feeds.ac, separator.underflow);
    reactor.rates(feedZone.outlet, state, outside, rates);
    separator.rates(reactor.outlet, compressor.recycle, state, outside, rates);
    stripper.rates(feeds.ac, separator.underflow, rates);
    feedZone.rates(feeds, stripper.overhead, compressor.recycle, rates);
  }
}
