package org.bumpless.plc.cpu;

/** How a new program takes over from the old one. */
public enum Load {
  /** It begins anew, with its initial values but for those of RETAIN variables. */
  RESTART,
  /** Between two scans, with all variables that both have (online change). */
  ONLINE
}
