package org.bumpless.endpoint.s7.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.s7.codec.Functions;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/** What an engineering station does: who are you, start, stop, download. */
final class StationJobs {
  private static final String FILE = "_0800001P";
  private static final String BLOCK = "0800001P";
  private static final int PART_BYTES = 200;
  private static final int MODULES = 0x0011;
  private static final int COMPONENTS = 0x001C;
  private static final int LIST_HEAD = 12;

  /** Where the result stands in the parameters of user data. */
  private static final int USER_DATA_ERROR = 10;

  private StationJobs() {}

  /** Gives the password; whether the controller took it. */
  static boolean unlock(Link link, String password) throws IOException {
    ByteBuffer parameter = link.ask(Wire.unlock(link.next(), password)).parameter();
    if (parameter.limit() < USER_DATA_ERROR + Short.BYTES) {
      throw new MalformedAnswer("an answer to a password without a result; closed");
    }
    return parameter.getShort(USER_DATA_ERROR) == 0;
  }

  static Outcome mode(Link link, boolean run) throws IOException {
    Reply reply = link.ask(run ? Wire.start(link.next()) : Wire.stop(link.next()));
    return reply.error() == 0
        ? new Outcome.Answered(Map.of(), run ? "started" : "stopped")
        : TagJobs.refused(reply.error());
  }

  static Outcome download(Link link, ProgramText program) throws IOException {
    byte[] text = program.text().getBytes(StandardCharsets.UTF_8);
    Reply agreed = link.ask(Wire.beginDownload(link.next(), FILE, text.length));
    if (agreed.error() != 0) {
      return TagJobs.refused(agreed.error());
    }
    int sent = 0;
    Reply fetch = link.take();
    while (fetch.function() == Functions.DOWNLOAD_BLOCK) {
      int end = Math.min(text.length, sent + PART_BYTES);
      link.send(
          Wire.part(fetch.reference(), Arrays.copyOfRange(text, sent, end), end < text.length));
      sent = end;
      fetch = link.take();
    }
    if (fetch.function() != Functions.DOWNLOAD_ENDED || sent < text.length) {
      throw new MalformedAnswer("a download that the controller does not fetch whole; closed");
    }
    link.send(Wire.ended(fetch.reference()));
    Reply inserted = link.ask(Wire.insert(link.next(), BLOCK));
    return inserted.error() == 0
        ? new Outcome.Answered(Map.of(), "download of " + program.name())
        : TagJobs.refused(inserted.error());
  }

  static Outcome browse(Link link) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int list : new int[] {MODULES, COMPONENTS}) {
      ByteBuffer data = link.ask(Wire.statusList(link.next(), list, 0)).data();
      if (data.limit() < LIST_HEAD) {
        return new Outcome.Refused("no status list 0x%04X".formatted(list));
      }
      int each = data.getShort(8) & 0xFFFF;
      for (int at = LIST_HEAD; each > 2 && at + each <= data.limit(); at += each) {
        byte[] record = new byte[Math.min(each - 2, 32)];
        data.get(at + 2, record);
        texts.add(new String(record, StandardCharsets.US_ASCII).replaceAll("[^ -~].*", "").strip());
      }
    }
    return new Outcome.Answered(Map.of(), String.join("; ", texts));
  }
}
