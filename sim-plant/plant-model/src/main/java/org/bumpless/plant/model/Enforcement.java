package org.bumpless.plant.model;

/** What stands in a conduit. */
public enum Enforcement {
  /** Nothing: both zones reach each other as the network allows. */
  NONE,
  /** A policy enforcement point (NIST SP 800-207): the place of the system under test. */
  PEP,
  /** A data diode: bytes go from the first zone to the second only. */
  DIODE
}
