package org.bumpless.plant.network;

import java.io.IOException;

/** While it is worn, a host can send under addresses that belong to others. */
public interface Mask extends AutoCloseable {

  /**
   * Tells the neighbours in the host's zone that these addresses are to be found there now
   * (gratuitous ARP, RFC 5227 section 3): what is sent to them comes to the host that wears the
   * mask, and no longer to those whom they belong to.
   *
   * @throws IOException if the bench's own host refuses
   */
  void announce() throws IOException, InterruptedException;

  /** Takes it off; if it was announced, those whom the addresses belong to announce themselves. */
  @Override
  void close();
}
