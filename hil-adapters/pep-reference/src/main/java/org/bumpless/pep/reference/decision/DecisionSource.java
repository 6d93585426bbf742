package org.bumpless.pep.reference.decision;

/** Comes to a judgement about an inquiry; safe for any number of threads. */
public interface DecisionSource {
  /** Decides; whatever goes wrong is {@link Judgement.Undecided}, never an exception. */
  Judgement decide(Inquiry inquiry);
}
