package org.bumpless.endpoint.modbus.client;

import java.nio.ByteBuffer;
import org.bumpless.plant.operation.Outcome;

/** What came back for one request. */
sealed interface Reply {

  /**
   * An answer that is not an exception.
   *
   * @param pdu function code and data; valid until the next request
   */
  record Good(ByteBuffer pdu) implements Reply {}

  /** No, or nothing: what the operation as a whole then ends with. */
  record Bad(Outcome outcome) implements Reply {}
}
