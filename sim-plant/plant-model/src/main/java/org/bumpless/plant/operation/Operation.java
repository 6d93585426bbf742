package org.bumpless.plant.operation;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;

/** One thing that a client does to one controller. */
public sealed interface Operation {

  /** Reads tags, in one request where the protocol can. */
  record Read(List<TagId> tags) implements Operation {
    public Read {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Writes one tag.
   *
   * @param manner how, among the ways that the protocol's client knows, for example {@code function
   *     22} or {@code split frame}; {@link #PLAIN} is the usual one
   */
  record Write(TagId tag, TagValue value, String manner) implements Operation {
    /** The manner that an ordinary client uses. */
    public static final String PLAIN = "plain";

    public Write(TagId tag, TagValue value) {
      this(tag, value, PLAIN);
    }
  }

  /** Writes several tags of one controller at once: a parameter download. */
  record Download(Map<TagId, TagValue> values) implements Operation {
    public Download {
      values = Map.copyOf(values);
    }
  }

  /** Downloads a program, which the controller goes on with. */
  record DownloadProgram(AssetId controller, ProgramText program) implements Operation {}

  /** Starts or stops a controller's program. */
  record ChangeMode(AssetId controller, boolean run) implements Operation {}

  /** Asks the controller who it is and what it has. */
  record Browse() implements Operation {}

  /**
   * Tries every address of the protocol's data model in turn, as an intruder does who has no
   * documentation.
   */
  record Sweep() implements Operation {}
}
