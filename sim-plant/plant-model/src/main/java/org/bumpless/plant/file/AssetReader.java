package org.bumpless.plant.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bumpless.plant.file.ControllerTypes.ControllerType;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.ProgramSpec;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.Zone;

/** Reads assets; first those that refer to no other, then controllers and historians. */
final class AssetReader {
  /** Stands for the controller's own field device in the I/O list of a type. */
  static final String DEVICE = "$device";

  /** What a logic solver scans in, unless the file says otherwise. */
  private static final Duration SAFETY_SCAN = Duration.ofMillis(100);

  /** The keys that only one kind of asset has. */
  private static final Map<String, Kind> KEYS_OF_ONE_KIND =
      Map.of(
          "type", Kind.CONTROLLER,
          "device", Kind.CONTROLLER,
          "scan", Kind.SAFETY_CONTROLLER,
          "personality", Kind.CONTROLLER,
          "bridge", Kind.CONTROLLER,
          "records", Kind.HISTORIAN);

  private final Registry<Zone> zones;
  private final Registry<Asset> assets;
  private final ControllerTypes types;
  private final Problems problems;

  /** Every wired device, with the place of the word that wired it first. */
  private final Map<String, Word> wired = new LinkedHashMap<>();

  /** The stations that historians record. */
  private final RecordedAssets recorded;

  AssetReader(
      Registry<Zone> zones, Registry<Asset> assets, ControllerTypes types, Problems problems) {
    this.zones = zones;
    this.assets = assets;
    this.types = types;
    this.problems = problems;
    this.recorded = new RecordedAssets(problems);
  }

  /** How plant files write the kinds of assets. */
  private enum Kind {
    CONTROLLER,
    SAFETY_CONTROLLER,
    HMI,
    AGGREGATOR,
    HISTORIAN,
    ENGINEERING_WORKSTATION,
    HOST,
    FIELD_DEVICE;

    String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The usable assets, in file order. */
  List<Asset> read(Section root) {
    Set<Place> declaredOnce = new HashSet<>();
    root.each(
        "assets",
        section -> {
          Word id = section.word("id");
          assets.declare(id);
          declaredOnce.add(id.place());
          if (!refersToAssets(kind(section))) {
            assets.define(id, plain(section));
          }
          return id;
        });
    return root.each(
        "assets",
        section -> {
          Word id = section.word("id");
          if (!declaredOnce.contains(id.place())) {
            throw new Unusable(); // a second one of that name
          }
          switch (kind(section)) {
            case CONTROLLER -> assets.define(id, controller(section));
            case HISTORIAN -> assets.define(id, historian(section));
            case SAFETY_CONTROLLER,
                HMI,
                AGGREGATOR,
                ENGINEERING_WORKSTATION,
                HOST,
                FIELD_DEVICE -> {}
          }
          return assets.resolve(id);
        });
  }

  private static boolean refersToAssets(Kind kind) {
    return kind == Kind.CONTROLLER || kind == Kind.HISTORIAN;
  }

  /**
   * Refuses wires to devices that the process knows nothing of.
   *
   * @param isUnit whether a device of that name is a unit of the process
   */
  void checkWires(Predicate<String> isUnit) {
    wired.forEach(
        (device, word) -> {
          if (!isUnit.test(device)) {
            problems.add(
                word.place(),
                "device " + Quoted.of(device) + ", which is no unit of the process",
                "a device listed under process: units");
          }
        });
  }

  private static Kind kind(Section section) throws Unusable {
    return section.choice("kind", Kind.class, Kind::written);
  }

  private Asset plain(Section section) throws Unusable {
    AssetId id = section.name("id", AssetId::new);
    Kind kind = kind(section);
    refuseKeysOfOthers(section, kind);
    Zone zone = zones.resolve(section.word("zone"));
    String title = section.text("title");
    checkLevel(section, kind, zone);
    return switch (kind) {
      case SAFETY_CONTROLLER ->
          new Asset.SafetyController(
              id, zone.id(), title, section.has("scan") ? section.positive("scan") : SAFETY_SCAN);
      case HMI -> new Asset.Hmi(id, zone.id(), title);
      case AGGREGATOR -> new Asset.Aggregator(id, zone.id(), title);
      case ENGINEERING_WORKSTATION -> new Asset.EngineeringWorkstation(id, zone.id(), title);
      case HOST -> new Asset.Host(id, zone.id(), title);
      case FIELD_DEVICE -> new Asset.FieldDevice(id, zone.id(), title);
      case CONTROLLER, HISTORIAN ->
          throw new IllegalStateException("kind " + kind.written() + " is not read here");
    };
  }

  private static void refuseKeysOfOthers(Section section, Kind kind) throws Unusable {
    for (Word key : section.keys()) {
      Kind only = KEYS_OF_ONE_KIND.getOrDefault(key.text(), kind);
      if (only != kind) {
        throw section.refuse(
            key.text(),
            "key " + Quoted.of(key.text()) + " with kind " + kind.written(),
            "it with kind " + only.written() + " only");
      }
    }
  }

  private Asset historian(Section section) throws Unusable {
    refuseKeysOfOthers(section, Kind.HISTORIAN);
    section.probe(s -> zones.resolve(s.word("zone")), this::station);
    AssetId id = section.name("id", AssetId::new);
    Zone zone = zones.resolve(section.word("zone"));
    checkLevel(section, Kind.HISTORIAN, zone);
    String title = section.text("title");
    Word station = station(section);
    recorded.add(station, zone);
    return new Asset.Historian(id, zone.id(), title, new AssetId(station.text()));
  }

  private Word station(Section historian) throws Unusable {
    if (!historian.has("records")) {
      throw historian.refuse("kind", "a historian that records nothing", "key records beside it");
    }
    Word station = historian.word("records");
    assets.requireDeclared(station);
    return station;
  }

  /** What the historians record. */
  RecordedAssets recorded() {
    return recorded;
  }

  private void checkLevel(Section section, Kind kind, Zone zone) {
    if (kind == Kind.SAFETY_CONTROLLER && !zone.safety()) {
      problems.add(
          section.placeOf("zone"),
          "a safety-controller in " + zone.id(),
          "a zone with safety: true: a SIS is an island");
    }
    if (kind == Kind.FIELD_DEVICE && zone.level() != PurdueLevel.L0) {
      problems.add(
          section.placeOf("zone"),
          "a field-device at " + zone.level().label(),
          "a zone at L0: it has wires, not an address");
    }
    if (kind != Kind.FIELD_DEVICE && zone.level() == PurdueLevel.L0) {
      problems.add(
          section.placeOf("zone"),
          "kind " + kind.written() + " at L0",
          "a zone at L1 or above: at L0 there are field devices only");
    }
  }

  private Asset controller(Section section) throws Unusable {
    section.probe(
        s -> zones.resolve(s.word("zone")),
        s -> s.has("type") ? types.type(s.word("type")) : s,
        s -> s.has("personality") ? types.personality(s.word("personality")) : s,
        s -> s.has("device") ? wire(s.word("device")) : s);
    refuseKeysOfOthers(section, Kind.CONTROLLER);
    AssetId id = section.name("id", AssetId::new);
    Zone zone = zones.resolve(section.word("zone"));
    checkLevel(section, Kind.CONTROLLER, zone);
    String title = section.text("title");
    if (!section.has("type")) {
      throw section.refuse("kind", "a controller without a type", "key type beside it");
    }
    ControllerType type = types.type(section.word("type"));
    Personality personality =
        section.has("personality")
            ? types.personality(section.word("personality"), type)
            : type.personality();
    return new Asset.Controller(
        id,
        zone.id(),
        title,
        personality,
        new ProgramSpec(type.program(), type.scan(), io(section, type), type.loop()),
        type.endpoints(),
        type.tags().stream().map(tag -> tag.of(id)).toList(),
        new BridgeReader(id, type.tags()).read(section));
  }

  private Map<String, String> io(Section section, ControllerType type) throws Unusable {
    Map<String, String> io = new LinkedHashMap<>();
    for (Map.Entry<String, Word> entry : type.io().entrySet()) {
      Word signal = entry.getValue();
      int dot = signal.text().indexOf('.');
      String owner = dot < 0 ? signal.text() : signal.text().substring(0, dot);
      if (owner.equals(DEVICE)) {
        if (!section.has("device")) {
          throw section.refuse(
              "type",
              "a controller without a device",
              "key device beside it, because its type " + type.id() + " is wired to $device");
        }
        owner = wire(section.word("device")).value();
      } else {
        wire(new Word(owner, signal.place()));
      }
      io.put(entry.getKey(), dot < 0 ? owner : owner + signal.text().substring(dot));
    }
    return io;
  }

  private AssetId wire(Word device) throws Unusable {
    Asset asset = assets.resolve(device);
    if (!(asset instanceof Asset.FieldDevice)) {
      problems.add(
          device.place(),
          Quoted.of(device.text()) + ", which is no field device",
          "an asset of kind field-device");
      throw new Unusable();
    }
    wired.putIfAbsent(device.text(), device);
    return asset.id();
  }
}
