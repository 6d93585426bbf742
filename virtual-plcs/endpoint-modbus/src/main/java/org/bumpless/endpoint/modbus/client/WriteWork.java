package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.modbus.client.WritePlan.Delivery;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Writes one tag in the planned manner; with several requests, the first that is refused ends it.
 */
record WriteWork(int unit, WritePlan plan, NanoClock clock) implements Work {
  /** Long enough for the first part of a frame to leave the host and be read alone. */
  private static final Duration BETWEEN_PARTS = Duration.ofMillis(20);

  private static final int UNIT_ANY = 0;
  private static final int UNIT_SELF = 0xFF;

  @Override
  public Outcome on(Link link) throws IOException, InterruptedException {
    for (byte[] pdu : plan.pdus()) {
      if (deliver(link, pdu) instanceof Reply.Bad(Outcome refused)) {
        return refused;
      }
    }
    return new Outcome.Answered(Map.of(), plan.text());
  }

  private Reply deliver(Link link, byte[] pdu) throws IOException, InterruptedException {
    return switch (plan.delivery()) {
      case Delivery.Whole whole -> checked(pdu, link.ask(unit, pdu));
      case Delivery.Split split -> split(link, pdu, split.firstBytes());
      case Delivery.Behind behind -> behind(link, pdu, behind);
      case Delivery.WrongUnit wrong -> checked(pdu, link.ask(otherUnit(), pdu));
      case Delivery.WrongHeader wrong -> {
        int length = wrong.length() == 0 ? 1 + pdu.length : wrong.length();
        int id = link.put(wrong.protocol(), unit, pdu, length);
        link.send();
        yield checked(pdu, link.take(id, unit, pdu[0]));
      }
    };
  }

  private Reply split(Link link, byte[] pdu, int firstBytes)
      throws IOException, InterruptedException {
    int id = link.put(unit, pdu);
    link.send(firstBytes);
    clock.await(BETWEEN_PARTS);
    link.send();
    return checked(pdu, link.take(id, unit, pdu[0]));
  }

  private Reply behind(Link link, byte[] pdu, Delivery.Behind behind) throws IOException {
    List<Integer> reads = new ArrayList<>(behind.times());
    for (int index = 0; index < behind.times(); index++) {
      reads.add(link.put(unit, behind.read()));
    }
    int write = link.put(unit, pdu);
    link.send();
    Reply.@Nullable Bad unread = null;
    for (int read : reads) {
      switch (link.take(read, unit, behind.read()[0])) {
        case Reply.Good good ->
            Answers.checkRead(behind.range().table(), behind.range().count(), good.pdu());
        case Reply.Bad bad -> unread = bad;
      }
    }
    Reply written = checked(pdu, link.take(write, unit, pdu[0]));
    return written instanceof Reply.Good && unread != null ? unread : written;
  }

  private static Reply checked(byte[] pdu, Reply reply) throws IOException {
    if (reply instanceof Reply.Good(var answer)) {
      Answers.checkEcho(pdu, answer);
    }
    return reply;
  }

  /**
   * The next unit that is neither the controller's own nor one of those that mean any controller.
   */
  private int otherUnit() {
    int other = unit;
    do {
      other = (other + 1) & 0xFF;
    } while (other == UNIT_ANY || other == UNIT_SELF);
    return other;
  }
}
