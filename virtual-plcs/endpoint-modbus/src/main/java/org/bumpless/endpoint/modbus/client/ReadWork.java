package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Outcome;

/** Reads tags, one request after the other; the first that is refused ends it. */
record ReadWork(int unit, ReadPlan plan) implements Work {
  @Override
  public Outcome on(Link link) throws IOException {
    Map<TagId, TagValue> values = HashMap.newHashMap(plan.wanted().size());
    for (ReadPlan.Part part : plan.parts()) {
      switch (link.ask(unit, part.pdu())) {
        case Reply.Good good -> part.decode(good.pdu(), values);
        case Reply.Bad bad -> {
          return bad.outcome();
        }
      }
    }
    return new Outcome.Answered(values, plan.text());
  }
}
