package org.bumpless.adapter.sut;

import java.util.Locale;

/**
 * Something a product declares that it can do; written in {@code sut.yaml} in lower case with
 * hyphens.
 */
public enum Feature {
  /** Demands a client certificate of the plant CA and checks that it is valid now. */
  MUTUAL_TLS,
  /** Lets an identity reach only what it is entitled to. */
  IDENTITY_AUTHORIZATION,
  /** Tells reading from writing in the protocol and holds read-only sessions to reading. */
  FUNCTION_SCOPE,
  /** Opens sessions only inside the window of a change ticket and ends them with it. */
  CHANGE_WINDOW,
  /** Takes MFA, posture and group of the subject into account. */
  SUBJECT_ATTRIBUTES,
  /** Re-evaluates open sessions and ends those that are no longer permitted. */
  CONTINUOUS_EVALUATION,
  /** Asks a policy decision point that can be slow, wrong or gone. */
  EXTERNAL_PDP,
  /** Takes up a renewed client certificate without the loss of a request. */
  CERTIFICATE_ROTATION,
  /** Can be switched off and on again, and comes back without help. */
  RESTART;

  /** As it is written in files, for example {@code mutual-tls}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
