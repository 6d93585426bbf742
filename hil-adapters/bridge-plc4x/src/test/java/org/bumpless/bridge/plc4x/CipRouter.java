package org.bumpless.bridge.plc4x;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The Message Router and the Connection Manager of a controller with one processor in slot 0, as
 * far as tags take it. It is as strict as the specification: an odd message in an Unconnected Send
 * takes a pad byte, and a request with the count of the one before is not done again.
 */
final class CipRouter {
  private static final int GET_ATTRIBUTES_ALL = 0x01;
  private static final int MULTIPLE_SERVICE = 0x0A;
  private static final int READ_TAG = 0x4C;

  /** Forward Close to the Connection Manager, and nothing that tags know. */
  private static final int FORWARD_CLOSE = 0x4E;

  private static final int WRITE_TAG = 0x4D;
  private static final int UNCONNECTED_SEND = 0x52;
  private static final int LARGE_FORWARD_OPEN = 0x5B;

  private static final CipPath ROUTER = new CipPath.Numbered(2, 1);
  private static final CipPath MANAGER = new CipPath.Numbered(6, 1);

  private final CipMemory memory;
  private volatile boolean tellsClasses = true;
  private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
  private final AtomicInteger lastConnection = new AtomicInteger(0x00C0_0000);
  private final List<String> oddities = new CopyOnWriteArrayList<>();

  /** A connection of class 3: the count of its last request and the answer to that. */
  private static final class Connection {
    private final int serial;
    private int count = -1;
    private ByteBuffer answer = CipReply.data(0);

    Connection(int serial) {
      this.serial = serial;
    }
  }

  CipRouter(CipMemory memory) {
    this.memory = memory;
  }

  /** It does not say which classes it has any more; one that does is taken to have connections. */
  void tellNoClasses() {
    tellsClasses = false;
  }

  /** What clients did that the specification does not allow. */
  List<String> oddities() {
    return List.copyOf(oddities);
  }

  /** How many connections stand. */
  int connections() {
    return connections.size();
  }

  /** Answers one request that has come without a connection. */
  ByteBuffer answer(ByteBuffer request) {
    request.order(ByteOrder.LITTLE_ENDIAN);
    int service = Byte.toUnsignedInt(request.get());
    CipPath path = CipPath.take(request).orElse(null);
    if (path instanceof CipPath.Symbol(String name)) {
      return tag(service, name, request).bytes(service);
    }
    if (ROUTER.equals(path) && service == GET_ATTRIBUTES_ALL) {
      return classes().bytes(service);
    }
    if (ROUTER.equals(path) && service == MULTIPLE_SERVICE) {
      return several(request).bytes(service);
    }
    if (MANAGER.equals(path)) {
      return managed(service, request);
    }
    return CipReply.of(
            path == null ? CipReply.PATH_SEGMENT_ERROR : CipReply.PATH_DESTINATION_UNKNOWN)
        .bytes(service);
  }

  /** Answers one request on a connection; one without a known connection gets no answer. */
  ByteBuffer connected(int connection, int count, ByteBuffer request) {
    Connection known = connections.get(connection);
    if (known == null) {
      return CipReply.data(0);
    }
    if (known.count == count) {
      oddities.add("the count " + count + " again");
    } else {
      known.count = count;
      known.answer = answer(request);
    }
    return known.answer.duplicate();
  }

  private CipReply tag(int service, String name, ByteBuffer request) {
    return switch (service) {
      case READ_TAG -> memory.read(name, request);
      case WRITE_TAG -> memory.write(name, request);
      default -> CipReply.of(CipReply.SERVICE_NOT_SUPPORTED);
    };
  }

  private CipReply classes() {
    if (!tellsClasses) {
      return CipReply.of(CipReply.SERVICE_NOT_SUPPORTED);
    }
    ByteBuffer data = CipReply.data(10);
    data.putShort((short) 2).putShort((short) 2).putShort((short) 6); // it has two: these
    data.putShort((short) 8).putShort((short) 0); // connections: at most, and open
    return CipReply.with(data.flip());
  }

  private CipReply several(ByteBuffer request) {
    ByteBuffer whole = request.slice();
    int number = whole.order(ByteOrder.LITTLE_ENDIAN).getShort();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      starts.add((int) whole.getShort());
    }
    starts.add(whole.limit());
    List<ByteBuffer> answers = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      answers.add(answer(whole.slice(starts.get(i), starts.get(i + 1) - starts.get(i))));
    }
    int start = 2 + 2 * number;
    ByteBuffer data = CipReply.data(start + answers.stream().mapToInt(ByteBuffer::remaining).sum());
    data.putShort((short) number);
    for (ByteBuffer answer : answers) {
      data.putShort((short) start);
      start += answer.remaining();
    }
    boolean sound = answers.stream().allMatch(answer -> answer.get(2) == CipReply.SUCCESS);
    answers.forEach(data::put);
    return new CipReply(sound ? CipReply.SUCCESS : CipReply.EMBEDDED_ERROR, List.of(), data.flip());
  }

  private ByteBuffer managed(int service, ByteBuffer request) {
    return switch (service) {
      case UNCONNECTED_SEND -> unconnectedSend(request);
      case LARGE_FORWARD_OPEN -> open(request).bytes(service);
      case FORWARD_CLOSE -> close(request).bytes(service);
      default -> CipReply.of(CipReply.SERVICE_NOT_SUPPORTED).bytes(service);
    };
  }

  /** To the processor, which is in slot 0 of the backplane (port 1). */
  private ByteBuffer unconnectedSend(ByteBuffer request) {
    request.getShort(); // how long it may take
    int length = Short.toUnsignedInt(request.getShort());
    ByteBuffer message = request.slice(request.position(), length);
    request.position(request.position() + length + length % 2);
    byte[] route = new byte[request.remaining()];
    request.get(route);
    if (route.length == 4 && route[0] == 1 && route[2] == 1 && route[3] == 0) {
      return answer(message);
    }
    oddities.add(
        "a message of "
            + length
            + " bytes, then for a route "
            + HexFormat.ofDelimiter(" ").formatHex(route));
    return CipReply.of(CipReply.PATH_SEGMENT_ERROR).bytes(UNCONNECTED_SEND);
  }

  /** Volume 1, 3-5.4.2; it is told the client's number for the way back. */
  private CipReply open(ByteBuffer request) {
    request.getShort(); // how long it may take
    request.getInt(); // the number for the way to here, which is chosen here
    int back = request.getInt();
    short serial = request.getShort();
    short vendor = request.getShort();
    int originator = request.getInt();
    request.getInt(); // when to give up
    int periodTo = request.getInt();
    request.getInt(); // size and kind
    int periodBack = request.getInt();
    int number = lastConnection.incrementAndGet();
    connections.put(number, new Connection(serial));
    return CipReply.with(
        CipReply.data(26)
            .putInt(number)
            .putInt(back)
            .putShort(serial)
            .putShort(vendor)
            .putInt(originator)
            .putInt(periodTo)
            .putInt(periodBack)
            .putShort((short) 0)
            .flip());
  }

  private CipReply close(ByteBuffer request) {
    request.getShort(); // how long it may take
    short serial = request.getShort();
    short vendor = request.getShort();
    int originator = request.getInt();
    if (!connections.values().removeIf(connection -> connection.serial == serial)) {
      return CipReply.of(CipReply.CONNECTION_FAILURE, 0x0107);
    }
    return CipReply.with(
        CipReply.data(10)
            .putShort(serial)
            .putShort(vendor)
            .putInt(originator)
            .putShort((short) 0)
            .flip());
  }
}
