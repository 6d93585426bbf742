package org.bumpless.plc.safety;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;

/**
 * What a safety controller tells through its data diode, one datagram each time: the number of its
 * scan, then one double for each of {@link org.bumpless.plant.model.SafetyTags}, big-endian. There
 * is no answer and no asking again; what is lost is told anew by the next one.
 *
 * @param scan number of the scan that it is of
 * @param figures in the order of the tags; a BOOL is 0 or 1
 */
public record SafetyTelegram(long scan, List<Double> figures) {
  public SafetyTelegram {
    figures = List.copyOf(figures);
  }

  /** How many bytes a telegram of so many tags has. */
  public static int bytes(int tags) {
    return Long.BYTES + tags * Double.BYTES;
  }

  /** Writes it as it goes over the wire, ready to be sent. */
  public ByteBuffer write() {
    ByteBuffer buffer = ByteBuffer.allocate(bytes(figures.size())).putLong(scan);
    figures.forEach(buffer::putDouble);
    return buffer.flip();
  }

  /**
   * Reads one as it came.
   *
   * @throws IllegalArgumentException if it is not as long as one of so many tags
   */
  public static SafetyTelegram read(ByteBuffer came, int tags) {
    if (came.remaining() != bytes(tags)) {
      throw new IllegalArgumentException(
          "a telegram of %d bytes; one of %d tags has %d"
              .formatted(came.remaining(), tags, bytes(tags)));
    }
    long scan = came.getLong();
    List<Double> figures = new ArrayList<>(tags);
    for (int i = 0; i < tags; i++) {
      figures.add(came.getDouble());
    }
    return new SafetyTelegram(scan, figures);
  }

  /** The values of the tags that it tells of. */
  public Map<TagId, TagValue> values(List<Tag> tags) {
    Map<TagId, TagValue> values = new HashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      double figure = figures.get(i);
      values.put(
          tag.id(),
          tag.type() == TagType.BOOL
              ? new TagValue.Bool(figure != 0)
              : new TagValue.Real((float) figure));
    }
    return values;
  }
}
