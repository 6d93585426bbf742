package org.bumpless.adapter.records;

import java.util.Set;
import org.bumpless.adapter.pdp.Subject;

/** What the plant's directory says of a person or workload now. */
public record KnownSubject(
    Subject.Kind kind, boolean mfa, Set<String> groups, String role, boolean edrHealthy) {
  /** Nobody that the directory knows. */
  public static final KnownSubject NOBODY =
      new KnownSubject(Subject.Kind.UNKNOWN, false, Set.of(), "", false);

  public KnownSubject {
    groups = Set.copyOf(groups);
  }
}
