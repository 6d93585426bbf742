package org.bumpless.adapter.pdp;

import java.util.Set;

/**
 * Who asks for access, with all that the plant's services know of them now.
 *
 * @param spiffeId from the certificate, for example {@code spiffe://tank-farm/person/anna}
 * @param mfa whether the person has authenticated with a second factor in this shift
 * @param svidValid whether the certificate is valid now and from the plant CA
 * @param groups for example {@code controls-engineering}
 * @param role for example {@code lead-engineer}; empty if none
 * @param edrHealthy whether endpoint detection on the device calls it healthy
 */
public record Subject(
    String spiffeId,
    Kind kind,
    boolean mfa,
    boolean svidValid,
    Set<String> groups,
    String role,
    boolean edrHealthy) {
  public Subject {
    groups = Set.copyOf(groups);
  }

  /** Whether a person or a program asks. */
  public enum Kind {
    PERSON,
    WORKLOAD,
    /** Nobody that the plant's directory knows. */
    UNKNOWN
  }
}
