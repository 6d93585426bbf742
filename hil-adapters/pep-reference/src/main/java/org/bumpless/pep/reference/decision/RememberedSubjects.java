package org.bumpless.pep.reference.decision;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bumpless.adapter.records.FactsException;
import org.bumpless.adapter.records.KnownSubject;
import org.bumpless.adapter.records.SubjectSource;
import org.bumpless.plant.time.NanoClock;

/**
 * Asks once for a subject that many sessions ask for at nearly the same time, as an aggregator's
 * do. What is remembered is too young to matter against the time that a revocation may take.
 */
public final class RememberedSubjects implements SubjectSource {
  private static final int SUBJECTS_MAX = 1024;

  private record Memory(KnownSubject subject, long nanos) {}

  private final SubjectSource source;
  private final long ageNanosMax;
  private final NanoClock clock;
  private final ConcurrentMap<String, Memory> memories = new ConcurrentHashMap<>();

  public RememberedSubjects(SubjectSource source, Duration ageMax, NanoClock clock) {
    this.source = source;
    this.ageNanosMax = ageMax.toNanos();
    this.clock = clock;
  }

  @Override
  public KnownSubject find(String spiffeId) throws FactsException {
    Memory memory = memories.get(spiffeId);
    long asked = clock.nanos();
    if (memory != null && asked - memory.nanos() < ageNanosMax) {
      return memory.subject();
    }
    KnownSubject fresh = source.find(spiffeId);
    if (memories.size() >= SUBJECTS_MAX) {
      memories.clear();
    }
    memories.put(spiffeId, new Memory(fresh, asked));
    return fresh;
  }
}
