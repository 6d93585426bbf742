/**
 * How the reference product comes to a decision: facts of the plant's services, the declared flow
 * of the plant file, the PDP's answer, and what a fresh answer does to an open session.
 *
 * <p>Three outcomes, never two: a PDP or a service that does not answer is {@link
 * org.bumpless.pep.reference.decision.Judgement.Undecided}. That opens no session. It ends none
 * either before the last permit has run out, because IEC 62443-3-3 clause 4.2 forbids a security
 * control to take the operator's view away.
 */
@NullMarked
package org.bumpless.pep.reference.decision;

import org.jspecify.annotations.NullMarked;
