package org.bumpless.endpoint.s7.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.bumpless.endpoint.s7.codec.Range;

/** A read that is asked again and again: its packet is made once, and no value is looked at. */
final class PreparedRead {
  private static final int REFERENCE = 11;

  private final ByteBuffer packet;
  private final int places;

  PreparedRead(List<Range> ranges) {
    packet = ByteBuffer.wrap(Wire.read(0, ranges));
    places = ranges.size();
  }

  /** Asks once; whether every place was answered. */
  boolean ask(Link link) throws IOException {
    packet.putShort(REFERENCE, (short) link.next());
    Reply reply = link.ask(packet.array());
    ByteBuffer data = reply.data();
    boolean all = reply.error() == 0;
    for (int place = 0; all && place < places; place++) {
      all = TagJobs.code(data) == TagJobs.OK;
      if (all) {
        TagJobs.skip(data);
      }
    }
    return all;
  }
}
