package org.bumpless.plant.model;

/** The key on a controller's front, which only a person who stands before it can turn. */
public enum KeySwitch {
  /** The program runs, and nobody can change it or stop it from afar. */
  RUN,
  /** Modes and programs are changed from afar. */
  REMOTE,
  /** The program stands still and can be changed. */
  PROGRAM
}
