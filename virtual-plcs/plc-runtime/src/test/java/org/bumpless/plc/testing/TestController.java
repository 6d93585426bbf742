package org.bumpless.plc.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagType;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.model.ZoneId;

/**
 * A controller with four tags, one input and one output; the slots are in the order of the tags.
 */
public final class TestController {
  public static final int PV = 0;
  public static final int SP = 1;
  public static final int MODE = 2;
  public static final int ESD = 3;

  private TestController() {}

  public static Asset.Controller named(String name, Duration scan) {
    return named(name, scan, Map.of("IN", name + ".level", "OUT", name + ".valve"));
  }

  public static Asset.Controller named(String name, Duration scan, Map<String, String> io) {
    AssetId id = new AssetId(name);
    return new Asset.Controller(
        id,
        new ZoneId("cell-1"),
        "a controller",
        new Personality("modern", "v", "p", "1.0", false, 64),
        new ProgramSpec("test", scan, io),
        List.of(),
        List.of(
            tag(id, "PV", TagType.REAL, TagAccess.READ_ONLY, 0),
            tag(id, "SP", TagType.REAL, TagAccess.READ_WRITE, 50),
            tag(id, "MODE", TagType.INT, TagAccess.READ_WRITE, 1),
            tag(id, "ESD", TagType.BOOL, TagAccess.READ_WRITE, 0)));
  }

  private static Tag tag(AssetId id, String name, TagType type, TagAccess access, double initial) {
    return new Tag(
        new TagId(id, name),
        name,
        type,
        "",
        0,
        100,
        access,
        TagValue.of(type, initial),
        Optional.empty());
  }
}
