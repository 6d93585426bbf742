package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/**
 * Asks a controller who it is: device identification, regular objects by stream (Modbus V1.1b3,
 * 6.21).
 */
record BrowseWork(int unit) implements Work {
  private static final int REQUESTS_MAX = 8;
  private static final int HEAD_BYTES = 7;
  private static final int MORE_FOLLOWS = 0xFF;

  @Override
  public Outcome on(Link link) throws IOException {
    List<String> objects = new ArrayList<>();
    int next = 0;
    for (int request = 0; request < REQUESTS_MAX; request++) {
      switch (link.ask(unit, Requests.identify(next))) {
        case Reply.Bad bad -> {
          return bad.outcome();
        }
        case Reply.Good(ByteBuffer pdu) -> {
          collect(pdu, objects);
          if ((pdu.get(4) & 0xFF) != MORE_FOLLOWS) {
            return new Outcome.Answered(Map.of(), String.join("; ", objects));
          }
          next = pdu.get(5) & 0xFF;
        }
      }
    }
    throw new MalformedAnswer(
        "device identification that does not end within " + REQUESTS_MAX + " answers; closed");
  }

  private static void collect(ByteBuffer pdu, List<String> objects) throws MalformedAnswer {
    require(pdu.limit() >= HEAD_BYTES);
    int at = HEAD_BYTES;
    for (int left = pdu.get(6) & 0xFF; left > 0; left--) {
      require(at + 2 <= pdu.limit());
      byte[] text = new byte[pdu.get(at + 1) & 0xFF];
      require(at + 2 + text.length <= pdu.limit());
      pdu.get(at + 2, text);
      objects.add(name(pdu.get(at) & 0xFF) + "=" + new String(text, StandardCharsets.US_ASCII));
      at += 2 + text.length;
    }
  }

  private static void require(boolean complete) throws MalformedAnswer {
    if (!complete) {
      throw new MalformedAnswer("device identification that ends within an object; closed");
    }
  }

  private static String name(int object) {
    return switch (object) {
      case 0 -> "VendorName";
      case 1 -> "ProductCode";
      case 2 -> "MajorMinorRevision";
      case 3 -> "VendorUrl";
      case 4 -> "ProductName";
      case 5 -> "ModelName";
      case 6 -> "UserApplicationName";
      default -> "Object" + object;
    };
  }
}
