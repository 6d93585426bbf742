package org.bumpless.endpoint.opcua.server.processor;

import org.bumpless.plc.cpu.Answer;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;

/** What a controller refuses, as the status codes of OPC 10000-4, 7.38. */
final class Refusals {
  private Refusals() {}

  /** Throws what a refusal means to the caller; does nothing else. */
  static void require(Answer answer) throws UaException {
    if (answer instanceof Answer.Refused refused) {
      throw new UaException(
          switch (refused.cause()) {
            case KEY -> StatusCodes.Bad_RequestNotAllowed;
            case MODE -> StatusCodes.Bad_InvalidState;
            case PROGRAM -> StatusCodes.Bad_InvalidArgument;
            case UNKNOWN -> StatusCodes.Bad_NotFound;
            case BUSY -> StatusCodes.Bad_ResourceUnavailable;
          },
          refused.reason());
    }
  }
}
