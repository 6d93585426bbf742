package org.bumpless.pep.reference.decision;

import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.records.AccessFacts;
import org.bumpless.adapter.records.FactsException;

/** Gathers the facts about a party and has them decided upon; safe for any number of threads. */
public final class Assessment {
  private final AccessFacts facts;
  private final DecisionSource decisions;

  public Assessment(AccessFacts facts, DecisionSource decisions) {
    this.facts = facts;
    this.decisions = decisions;
  }

  /** Judges a party whose certificate has been found good. */
  public Judgement judge(Party party) {
    try {
      AccessRequest reading =
          facts.request(party.spiffeId(), Action.READ, party.asset(), party.protocol());
      return decisions.decide(
          new Inquiry(reading.subject(), reading.resource(), reading.context()));
    } catch (FactsException e) {
      return new Judgement.Undecided(String.valueOf(e.getMessage()));
    }
  }
}
