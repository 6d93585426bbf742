package org.bumpless.bridge.plc4x;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A "real controller" of the tests that speaks EtherNet/IP: the encapsulation over TCP on the
 * loopback (ODVA, volume 2, chapter 2), little-endian as it is specified, with tags behind it.
 * There is no such server to be had from somebody else, so what it does follows the specification
 * and not the driver.
 */
final class CipServer implements AutoCloseable {
  private static final int HEADER = 24;
  private static final int LIST_SERVICES = 0x04;
  private static final int REGISTER_SESSION = 0x65;
  private static final int UNREGISTER_SESSION = 0x66;
  private static final int SEND_RR_DATA = 0x6F;
  private static final int SEND_UNIT_DATA = 0x70;

  private static final int ADDRESS_NONE = 0x00;
  private static final int ADDRESS_CONNECTED = 0xA1;
  private static final int DATA_CONNECTED = 0xB1;
  private static final int DATA_UNCONNECTED = 0xB2;

  private static final int UNKNOWN_COMMAND = 0x01;
  private static final int BAD_DATA = 0x03;
  private static final int UNKNOWN_SESSION = 0x64;

  private static final long JOIN_MILLIS = 5_000;

  private final CipRouter router;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private final List<Long> calls = new CopyOnWriteArrayList<>();
  private final List<Integer> unknown = new CopyOnWriteArrayList<>();
  private final int port;
  private Thread listener;
  private volatile ServerSocket server;
  private final Lock lock = new ReentrantLock();
  private final Condition awake = lock.newCondition();
  private boolean asleep;
  private volatile boolean hangsUp;

  CipServer(CipRouter router) throws IOException {
    this.router = router;
    this.server = bound(0);
    this.port = server.getLocalPort();
    this.listener = listening(server);
  }

  int port() {
    return port;
  }

  /** How many sessions were registered since it was made. */
  int sessions() {
    return sessions.get();
  }

  /** When somebody called while it hung up, in nanoseconds. */
  List<Long> calls() {
    return List.copyOf(calls);
  }

  /** Commands that it did not know. */
  List<Integer> unknownCommands() {
    return List.copyOf(unknown);
  }

  /** It does what it is asked, and answers only when it is woken, or after a minute. */
  void sleep() {
    lock.lock();
    try {
      asleep = true;
    } finally {
      lock.unlock();
    }
  }

  /** It gives all answers that it owes. */
  void wake() {
    lock.lock();
    try {
      asleep = false;
      awake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitAwake() throws IOException {
    lock.lock();
    try {
      long left = TimeUnit.MINUTES.toNanos(1);
      while (asleep && left > 0) {
        left = awake.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException();
    } finally {
      lock.unlock();
    }
  }

  /** It hangs up on everybody. */
  void hangUp() {
    hangsUp = true;
    drop();
  }

  /** Nobody listens any more, and the port is free. */
  void powerOff() throws IOException {
    server.close();
    drop();
    awaitEnd(listener); // while it waits for a call the system keeps the port
  }

  /** It listens again where it listened before, and hangs up on nobody. */
  void powerOn() throws IOException {
    hangsUp = false;
    if (server.isClosed()) {
      server = bound(port);
      listener = listening(server);
    }
  }

  private static ServerSocket bound(int where) throws IOException {
    ServerSocket bound = new ServerSocket();
    bound.setReuseAddress(true);
    bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
    return bound;
  }

  private Thread listening(ServerSocket bound) {
    return start("cip listens", () -> accept(bound));
  }

  private Thread start(String name, Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name(name).start(work);
    threads.add(thread);
    return thread;
  }

  private static void awaitEnd(Thread thread) {
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the next wait ends at once
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket); // before it is looked whether the power is on: nobody is forgotten
        if (hangsUp) {
          calls.add(System.nanoTime());
        }
        if (hangsUp || listening.isClosed()) {
          socket.close();
          sockets.remove(socket);
        } else {
          start("cip serves", () -> serve(socket));
        }
      } catch (IOException _) {
        // closed: the loop ends
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int session = 0;
      while (true) {
        ByteBuffer header = take(in, HEADER);
        ByteBuffer data = take(in, Short.toUnsignedInt(header.getShort(2)));
        int command = Short.toUnsignedInt(header.getShort(0));
        if (command == UNREGISTER_SESSION) {
          return;
        }
        if (command == REGISTER_SESSION) {
          session = sessions.incrementAndGet();
        }
        ByteBuffer reply = reply(command, header, data, session);
        awaitAwake();
        byte[] bytes = new byte[reply.remaining()];
        reply.get(bytes);
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
      }
    } catch (IOException | UncheckedIOException _) {
      // the client has gone, or the power has
    } finally {
      sockets.remove(socket);
    }
  }

  private static ByteBuffer take(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer reply(int command, ByteBuffer header, ByteBuffer data, int session) {
    boolean known = header.getInt(4) == session && session != 0;
    return switch (command) {
      case LIST_SERVICES -> packet(header, header.getInt(4), 0, services());
      case REGISTER_SESSION -> packet(header, session, 0, data);
      case SEND_RR_DATA, SEND_UNIT_DATA -> {
        ByteBuffer items = known ? items(data) : CipReply.data(0);
        int status = known ? (items.hasRemaining() ? 0 : BAD_DATA) : UNKNOWN_SESSION;
        yield packet(header, header.getInt(4), status, items);
      }
      default -> {
        unknown.add(command);
        yield packet(header, header.getInt(4), UNKNOWN_COMMAND, CipReply.data(0));
      }
    };
  }

  private static ByteBuffer packet(ByteBuffer header, int session, int status, ByteBuffer data) {
    ByteBuffer packet = CipReply.data(HEADER + data.remaining());
    packet.put(header.duplicate().position(0));
    packet.putShort(2, (short) data.remaining()).putInt(4, session).putInt(8, status);
    return packet.put(data).flip();
  }

  /** One service: CIP over TCP. */
  private static ByteBuffer services() {
    byte[] name = new byte[16];
    byte[] text = "Communications".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, name, 0, text.length);
    ByteBuffer data = CipReply.data(26);
    data.putShort((short) 1).putShort((short) 0x100).putShort((short) 20);
    return data.putShort((short) 1).putShort((short) 0x20).put(name).flip();
  }

  /** Answers the two items of a packet, an address and what is for it; empty if they are not so. */
  private ByteBuffer items(ByteBuffer data) {
    data.getInt(); // the interface, which is CIP
    data.getShort(); // how long it may take
    int number = data.getShort();
    int addressType = data.getShort();
    ByteBuffer address = item(data);
    int type = Short.toUnsignedInt(data.getShort());
    ByteBuffer message = item(data);
    if (number == 2 && addressType == ADDRESS_NONE && type == DATA_UNCONNECTED) {
      return items(ADDRESS_NONE, CipReply.data(0), type, router.answer(message));
    }
    if (number == 2 && addressType == ADDRESS_CONNECTED && type == DATA_CONNECTED) {
      int count = Short.toUnsignedInt(message.getShort());
      ByteBuffer request = message.slice().order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer answer = router.connected(address.getInt(0), count, request);
      ByteBuffer counted = CipReply.data(2 + answer.remaining());
      counted.putShort((short) count).put(answer).flip();
      return items(ADDRESS_CONNECTED, address, type, counted);
    }
    return CipReply.data(0);
  }

  private static ByteBuffer item(ByteBuffer data) {
    int length = Short.toUnsignedInt(data.getShort());
    ByteBuffer item = data.slice(data.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    data.position(data.position() + length);
    return item;
  }

  private static ByteBuffer items(
      int addressType, ByteBuffer address, int type, ByteBuffer message) {
    ByteBuffer items = CipReply.data(16 + address.remaining() + message.remaining());
    items.putInt(0).putShort((short) 0).putShort((short) 2);
    items.putShort((short) addressType).putShort((short) address.remaining()).put(address);
    items.putShort((short) type).putShort((short) message.remaining()).put(message);
    return items.flip();
  }

  private void drop() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException _) {
        // it is gone
      }
    }
  }

  @Override
  public void close() throws IOException {
    powerOff();
    wake();
    threads.forEach(CipServer::awaitEnd);
  }
}
