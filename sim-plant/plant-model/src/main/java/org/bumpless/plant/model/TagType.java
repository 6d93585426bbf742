package org.bumpless.plant.model;

/** The IEC 61131-3 elementary types that a tag can have. */
public enum TagType {
  /** One bit. */
  BOOL,
  /** 16-bit signed integer, -32768 to 32767. */
  INT,
  /** 32-bit IEEE 754 number. */
  REAL,
  /** Characters. Only what a controller says of itself has this type, no tag of a plant file. */
  STRING
}
