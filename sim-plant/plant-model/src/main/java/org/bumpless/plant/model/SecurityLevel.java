package org.bumpless.plant.model;

/**
 * A target security level, SL-T 1 to 4 (IEC 62443-3-3 annex A): the attacker that a zone must
 * withstand.
 */
public enum SecurityLevel {
  SL1,
  SL2,
  SL3,
  SL4
}
