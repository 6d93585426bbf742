package org.bumpless.adapter.records;

/** Tells what the plant knows of a subject; safe for any number of threads. */
public interface SubjectSource {
  /**
   * What is known now; {@link KnownSubject#NOBODY} if nothing is.
   *
   * @throws FactsException if it cannot be found out
   */
  KnownSubject find(String spiffeId) throws FactsException;
}
