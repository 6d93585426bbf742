package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.util.Map;
import org.bumpless.plant.operation.Outcome;

/** Writes several tags, one request after the other; the first that is refused ends it. */
record DownloadWork(int unit, DownloadPlan plan) implements Work {
  @Override
  public Outcome on(Link link) throws IOException {
    for (byte[] pdu : plan.pdus()) {
      switch (link.ask(unit, pdu)) {
        case Reply.Good good -> Answers.checkEcho(pdu, good.pdu());
        case Reply.Bad bad -> {
          return bad.outcome();
        }
      }
    }
    return new Outcome.Answered(Map.of(), plan.text());
  }
}
