package org.bumpless.plc.st.type;

/** Elementary types that behave alike (the generic types of 6.4.3). */
public enum Family {
  /** ANY_BIT. */
  BITS,
  SIGNED,
  UNSIGNED,
  /** ANY_REAL. */
  REAL,
  /** ANY_DURATION; nanoseconds. */
  DURATION,
  /** Nanoseconds since 1970-01-01, midnight. */
  DATE,
  /** Nanoseconds since midnight. */
  TIME_OF_DAY,
  /** Nanoseconds since 1970-01-01. */
  DATE_AND_TIME,
  /** ANY_CHAR. */
  CHARACTER
}
