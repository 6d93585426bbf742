package org.bumpless.adapter.sut;

/** What becomes of the ways through a product when it is gone. */
public enum Failure {
  /** Nothing passes (IEC 62443-3-3 SR 5.2 RE 3). */
  CLOSED,
  /** All passes as if there were no product: view and control come before confidentiality. */
  OPEN
}
