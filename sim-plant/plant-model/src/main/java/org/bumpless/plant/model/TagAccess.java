package org.bumpless.plant.model;

/** What the network may do with a tag, as the controller itself enforces it. */
public enum TagAccess {
  READ_ONLY,
  READ_WRITE
}
