package org.bumpless.adapter.sut;

/** How a client of the plant gets through the product. */
public enum Access {
  /** The client speaks its protocol as if nothing were there. */
  TRANSPARENT,
  /** The client wraps its protocol in mutual TLS with its SVID. */
  TLS
}
