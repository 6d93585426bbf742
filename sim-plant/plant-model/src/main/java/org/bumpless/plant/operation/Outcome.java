package org.bumpless.plant.operation;

import java.util.Map;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;

/** What the client saw. It says nothing about what happened in the plant. */
public sealed interface Outcome {

  /**
   * The server's answer to the request, without an error in it.
   *
   * @param values what a read brought; empty for others
   * @param detail anything else worth a line in the report
   */
  record Answered(Map<TagId, TagValue> values, String detail) implements Outcome {
    public Answered {
      values = Map.copyOf(values);
    }
  }

  /** An answer that says no: a protocol exception, a TLS alert, a refused connection. */
  record Refused(String reason) implements Outcome {}

  /**
   * No answer within the time limit, or the connection ended without one. Silence is not denial.
   */
  record NoReply(String cause) implements Outcome {}
}
