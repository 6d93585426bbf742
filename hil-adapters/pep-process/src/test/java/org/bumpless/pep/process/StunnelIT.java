package org.bumpless.pep.process;

/** stunnel as it is shipped in {@code scenarios/suts/stunnel}. */
class StunnelIT extends MutualTlsGate {
  StunnelIT() {
    super("stunnel", "stunnel4");
  }
}
