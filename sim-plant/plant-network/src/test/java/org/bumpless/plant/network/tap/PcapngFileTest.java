package org.bumpless.plant.network.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapngFileTest {
  private static final int SECTION = 0x0A0D0D0A;
  private static final int INTERFACE = 1;
  private static final int STATISTICS = 5;
  private static final int PACKET = 6;
  private static final long NANOS = 1_764_115_200_123_456_789L;
  private static final List<Tap.Leg> LEGS =
      List.of(new Tap.Leg("site", "10.3.0.0/16"), new Tap.Leg("cell-1", "10.5.0.0/16"));

  @TempDir private Path folder;

  @Test
  void beginsWithItsSectionAndItsLegs() throws IOException {
    List<Block> blocks = write(file -> {});

    assertThat(blocks).extracting(Block::type).containsExactly(SECTION, INTERFACE, INTERFACE);
    assertThat(blocks.getFirst().body().getInt(0)).isEqualTo(0x1A2B3C4D);
    assertThat(blocks.getFirst().text()).contains("Bumpless", "No certificate");
    assertThat(blocks.get(1).text()).contains("site", "10.3.0.0/16");
    assertThat(blocks.get(2).text()).contains("cell-1", "10.5.0.0/16");
  }

  @Test
  void aFrameKeepsItsBytesItsTimeItsLegAndItsLength() throws IOException {
    byte[] bytes = {1, 2, 3, 4, 5};

    Block block = write(file -> file.add(frame(1, false, 1514, bytes), List.of())).getLast();

    assertThat(block.type()).isEqualTo(PACKET);
    ByteBuffer body = block.body();
    assertThat(body.getInt(0)).isEqualTo(1);
    assertThat((long) body.getInt(4) << 32 | Integer.toUnsignedLong(body.getInt(8)))
        .isEqualTo(NANOS);
    assertThat(body.getInt(12)).isEqualTo(bytes.length);
    assertThat(body.getInt(16)).isEqualTo(1514);
    assertThat(body.slice(20, bytes.length)).isEqualTo(ByteBuffer.wrap(bytes));
  }

  @Test
  void whoeverInterruptsTheWriterSpoilsNothing() throws IOException {
    Path path = folder.resolve("interrupted.pcapng");
    boolean interrupted;
    Thread.currentThread().interrupt();
    try (PcapngFile file = PcapngFile.create(path, "No certificate", LEGS)) {
      file.add(frame(0, false, 4, new byte[4]), List.of());
    } finally {
      interrupted = Thread.interrupted();
    }

    assertThat(interrupted).as("still").isTrue();
    assertThat(blocks(Files.readAllBytes(path)))
        .extracting(Block::type)
        .containsExactly(SECTION, INTERFACE, INTERFACE, PACKET);
  }

  @Test
  void aFrameSaysWhichWayItWent() throws IOException {
    List<Block> blocks =
        write(
            file -> {
              file.add(frame(0, false, 4, new byte[4]), List.of());
              file.add(frame(0, true, 4, new byte[4]), List.of());
            });

    assertThat(flags(blocks.get(blocks.size() - 2))).isEqualTo(1);
    assertThat(flags(blocks.getLast())).isEqualTo(2);
  }

  @Test
  void commentsStandOnTheirFrame() throws IOException {
    Block block =
        write(
                file ->
                    file.add(
                        frame(0, true, 4, new byte[4]),
                        List.of("When Anna tries to set LIC-303.SP", "deny, no ticket")))
            .getLast();

    assertThat(block.text()).contains("When Anna tries to set LIC-303.SP", "deny, no ticket");
  }

  @Test
  void aLongCommentIsCut() throws IOException {
    Block block =
        write(file -> file.add(frame(0, true, 4, new byte[4]), List.of("ä".repeat(50_000))))
            .getLast();

    assertThat(block.body().limit()).isLessThan(5_000);
    assertThat(block.text()).contains("ä ...");
  }

  @Test
  void endsWithWhatTheTapSawAndMissed() throws IOException {
    Block block =
        write(file -> file.finish(NANOS, new Tap.Counts(7, 3), List.of("the last word"))).getLast();

    assertThat(block.type()).isEqualTo(STATISTICS);
    assertThat(option(block, 12, 4).getLong(0)).isEqualTo(7);
    assertThat(option(block, 12, 5).getLong(0)).isEqualTo(3);
    assertThat(block.text()).contains("the last word");
  }

  @Test
  void moreFramesThanTheBufferHoldsAllArrive() throws IOException {
    byte[] big = new byte[60_000];

    List<Block> blocks =
        write(
            file -> {
              for (int i = 0; i < 100; i++) {
                file.add(frame(0, true, big.length, big), List.of("number " + i));
              }
              assertThat(file.size()).isGreaterThan(100L * big.length);
            });

    List<Block> frames = blocks.stream().filter(b -> b.type() == PACKET).toList();
    assertThat(frames).hasSize(100);
    assertThat(IntStream.range(0, 100).filter(i -> frames.get(i).text().contains("number " + i)))
        .hasSize(100);
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Path there = Files.writeString(folder.resolve("there.pcapng"), "mine");

    assertThatThrownBy(() -> PcapngFile.create(there, "about", LEGS))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(there).hasContent("mine");
  }

  private static Frame frame(int leg, boolean outgoing, int length, byte[] bytes) {
    return new Frame(NANOS, leg, outgoing, length, ByteBuffer.wrap(bytes));
  }

  private List<Block> write(Use use) throws IOException {
    Path path = folder.resolve("x.pcapng");
    try (PcapngFile file = PcapngFile.create(path, "No certificate", LEGS)) {
      use.of(file);
    }
    return blocks(Files.readAllBytes(path));
  }

  /** Checks on the way that each block says its length twice and is a whole number of words. */
  private static List<Block> blocks(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<Block> blocks = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int at = bytes.position();
      int length = bytes.getInt(at + 4);
      assertThat(length % 4).isZero();
      assertThat(bytes.getInt(at + length - 4)).isEqualTo(length);
      blocks.add(
          new Block(
              bytes.getInt(at), bytes.slice(at + 8, length - 12).order(ByteOrder.LITTLE_ENDIAN)));
      bytes.position(at + length);
    }
    return blocks;
  }

  private static int flags(Block packet) {
    int captured = packet.body().getInt(12);
    return option(packet, 20 + (captured + 3) / 4 * 4, 2).getInt(0);
  }

  private static ByteBuffer option(Block block, int from, int code) {
    ByteBuffer body = block.body();
    int at = from;
    while (body.getShort(at) != code) {
      assertThat(body.getShort(at)).as("option " + code + " is there").isNotZero();
      at += 4 + (body.getShort(at + 2) + 3) / 4 * 4;
    }
    return body.slice(at + 4, body.getShort(at + 2)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private interface Use {
    void of(PcapngFile file) throws IOException;
  }

  private record Block(int type, ByteBuffer body) {
    String text() {
      return StandardCharsets.UTF_8.decode(body.duplicate().position(0)).toString();
    }
  }
}
