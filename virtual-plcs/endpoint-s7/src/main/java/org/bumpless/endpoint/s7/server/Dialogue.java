package org.bumpless.endpoint.s7.server;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bumpless.endpoint.s7.codec.BadPacketException;
import org.bumpless.endpoint.s7.codec.Functions;
import org.bumpless.endpoint.s7.codec.Packets;
import org.bumpless.endpoint.s7.codec.S7Answer;
import org.bumpless.endpoint.s7.codec.S7Codec;
import org.bumpless.endpoint.s7.codec.S7Request;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.protocol.ServeSettings;

/** One connection of a controller: answers in order until either side ends it. */
final class Dialogue {
  private static final int UNDER_WAY_MAX = 8;
  private static final int FUNCTION_UNKNOWN = 0x81;
  private static final int TOO_LONG = 0x85;

  /** What stands before the S7 header: TPKT and COTP. */
  private static final int TRANSPORT_BYTES = 7;

  /** Header with its error, function and number of values; then each value with its own head. */
  private static final int HEAD_BYTES = 14;

  private static final int VALUE_HEAD_BYTES = 4;

  private final ServeSettings settings;
  private final S7Codec codec;
  private final Access access;
  private final StatusLists lists;
  private final Blocks blocks;
  private final Guard guard;
  private Places polled = Places.NONE;
  private boolean connected;
  private int packetBytes;

  Dialogue(ServeSettings settings, S7Codec codec, Access access, StatusLists lists) {
    this.settings = settings;
    this.codec = codec;
    this.access = access;
    this.lists = lists;
    this.blocks = new Blocks(settings.engineering());
    this.guard = new Guard(settings.spec().protection(), settings.users().values());
    this.packetBytes = own();
  }

  /** Speaks until the peer leaves, or sends what no packet is, or a longer one than agreed. */
  void speak(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    String peer = socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    Packets packets = new Packets(socket.getInputStream());
    Optional<byte[]> packet = packets.next();
    while (packet.isPresent() && packet.get().length <= TRANSPORT_BYTES + packetBytes) {
      List<S7Answer> answers;
      try {
        S7Request request = codec.decode(packet.get());
        if (!connected && !(request instanceof S7Request.Connect)) {
          return;
        }
        answers = answer(request, peer);
      } catch (BadPacketException e) {
        return; // where the next packet begins is known, but not what this peer speaks
      }
      for (S7Answer answer : answers) {
        socket.getOutputStream().write(codec.encode(answer));
      }
      packet = packets.next();
    }
  }

  private List<S7Answer> answer(S7Request request, String peer) {
    long nanos = settings.clock().nanos();
    Engineering cpu = settings.engineering();
    Optional<S7Answer.Refused> locked = guard.refusal(request);
    if (locked.isPresent()) {
      String what = request.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      boolean reads =
          request instanceof S7Request.BeginUpload || request instanceof S7Request.Upload;
      return logged(nanos, peer, what + " without the password", !reads, locked.get());
    }
    return switch (request) {
      case S7Request.Connect connect -> {
        connected = true;
        yield List.of(
            new S7Answer.Connected(
                connect.sourceReference(), connect.callingTsap(), connect.calledTsap()));
      }
      case S7Request.Setup setup -> {
        packetBytes = Math.min(own(), setup.pduBytes());
        yield List.of(
            new S7Answer.SetUp(
                setup.reference(),
                Math.min(UNDER_WAY_MAX, setup.calling()),
                Math.min(UNDER_WAY_MAX, setup.called()),
                packetBytes));
      }
      case S7Request.Read read -> List.of(read(read, nanos, peer));
      case S7Request.Write write -> List.of(write(write, nanos, peer));
      case S7Request.ReadStatusList list ->
          logged(
              nanos,
              peer,
              "status list 0x%04X".formatted(list.list()),
              false,
              new S7Answer.StatusList(
                  list.reference(),
                  list.sequence(),
                  list.list(),
                  list.index(),
                  lists.records(list.list(), list.index(), cpu.state())));
      case S7Request.Unlock unlock -> {
        boolean granted = guard.unlock(unlock.password());
        log(nanos, peer, "password", List.of(), false, granted);
        yield List.of(new S7Answer.Unlocked(unlock.reference(), unlock.sequence(), false, granted));
      }
      case S7Request.Lock lock -> {
        guard.lock();
        yield List.of(new S7Answer.Unlocked(lock.reference(), lock.sequence(), true, true));
      }
      case S7Request.Stop stop ->
          logged(
              nanos,
              peer,
              "stop",
              true,
              Blocks.outcome(stop.reference(), Functions.PLC_STOP, cpu.stop()));
      case S7Request.Start start ->
          logged(
              nanos,
              peer,
              "start",
              true,
              Blocks.outcome(start.reference(), Functions.PI_SERVICE, cpu.start()));
      case S7Request.BeginDownload begin -> {
        List<S7Answer> begun = blocks.begin(begin);
        boolean agreed = !(begun.getFirst() instanceof S7Answer.Refused);
        log(nanos, peer, "download of " + begin.file(), List.of(), true, agreed);
        yield begun;
      }
      case S7Request.Fetched part -> blocks.take(part);
      case S7Request.Insert insert ->
          logged(nanos, peer, "insert", true, blocks.insert(insert.reference()));
      case S7Request.BeginUpload begin ->
          logged(
              nanos,
              peer,
              "upload of " + begin.file(),
              false,
              blocks.beginUpload(begin.reference()));
      case S7Request.Upload upload -> List.of(blocks.upload(upload.reference()));
      case S7Request.EndUpload end ->
          List.of(new S7Answer.Done(end.reference(), Functions.END_UPLOAD));
      case S7Request.Unknown unknown ->
          logged(
              nanos,
              peer,
              "function 0x%02X".formatted(unknown.function()),
              false,
              new S7Answer.Refused(unknown.reference(), unknown.function(), FUNCTION_UNKNOWN, 4));
    };
  }

  private S7Answer read(S7Request.Read read, long nanos, String peer) {
    List<S7Answer.Value> values = read.items().stream().map(access::read).toList();
    if (!polled.items().equals(read.items())) {
      polled = Places.of(read.items(), access);
    }
    String words = "read " + polled.words();
    if (HEAD_BYTES + values.stream().mapToInt(Dialogue::bytes).sum() > packetBytes) {
      log(nanos, peer, words, List.of(), false, false);
      return new S7Answer.Refused(read.reference(), Functions.READ_VAR, TOO_LONG, 0);
    }
    boolean all = values.stream().allMatch(value -> value.code() == S7Answer.Code.OK);
    log(nanos, peer, words, polled.tags(), false, all);
    return new S7Answer.Values(read.reference(), values);
  }

  private S7Answer write(S7Request.Write write, long nanos, String peer) {
    List<S7Answer.Code> codes =
        IntStream.range(0, write.items().size())
            .mapToObj(i -> access.write(write.items().get(i), write.values().get(i)))
            .toList();
    boolean any = codes.stream().anyMatch(code -> code == S7Answer.Code.OK);
    Places written = Places.of(write.items(), access);
    log(nanos, peer, "write " + written.words(), written.tags(), true, any);
    return new S7Answer.Written(write.reference(), codes);
  }

  private static int bytes(S7Answer.Value value) {
    int bytes = value.bytes().length;
    return VALUE_HEAD_BYTES + bytes + bytes % 2;
  }

  private int own() {
    return settings.controller().personality().firmware().s7PacketBytes();
  }

  private List<S7Answer> logged(
      long nanos, String peer, String text, boolean writes, S7Answer answer) {
    log(nanos, peer, text, List.of(), writes, !(answer instanceof S7Answer.Refused));
    return List.of(answer);
  }

  private void log(
      long nanos, String peer, String text, List<TagId> tags, boolean writes, boolean accepted) {
    settings
        .log()
        .served(
            new Served(
                nanos,
                settings.controller().id(),
                settings.spec().protocol(),
                peer,
                text,
                tags,
                writes,
                accepted));
  }
}
