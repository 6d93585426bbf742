package org.bumpless.plc.st.type;

/** What holds a value in the JVM. */
public enum Carrier {
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  OBJECT
}
