package org.bumpless.bridge.plc4x;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.plc4x.java.DefaultPlcDriverManager;
import org.apache.plc4x.java.api.PlcDriver;
import org.apache.plc4x.java.api.exceptions.PlcConnectionException;
import org.apache.plc4x.java.api.exceptions.PlcRuntimeException;
import org.apache.plc4x.java.api.types.PlcValueType;
import org.bumpless.adapter.bridge.BridgePlan;
import org.bumpless.adapter.bridge.BridgeProvider;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.bridge.core.Plan;
import org.bumpless.bridge.process.ProcessBridge;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.BridgeSpec;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.bumpless.plant.model.BridgeSpec.Role;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;

/** Bridges by Apache PLC4X: Modbus/TCP, S7comm, OPC UA, EtherNet/IP. */
public final class Plc4xProvider implements BridgeProvider {
  private static final String OPC_UA = "opcua";

  /** A connection with a security policy. */
  private static final Pattern SECURED =
      Pattern.compile("[?&]security-policy=(?!NONE(&|$))[^&]", Pattern.CASE_INSENSITIVE);

  @Override
  public String id() {
    return "plc4x";
  }

  @Override
  public void check(Asset.Controller controller) throws ProductException {
    addressed(controller);
  }

  @Override
  public RealController open(BridgePlan plan) throws ProductException, InterruptedException {
    BridgeSpec spec = addressed(plan.controller());
    return ProcessBridge.open(
        plan,
        new Plan(
            plan.controller().id(),
            spec,
            spec.tags().stream().map(p -> tag(plan.controller(), p).type()).toList(),
            plan.mayWrite(),
            plan.folder().toAbsolutePath().resolve("bridge-" + plan.controller().id() + ".ndjson")),
        BridgeMain.class);
  }

  /** The same with an address for each tag, all of them looked at. */
  private static BridgeSpec addressed(Asset.Controller controller) throws ProductException {
    BridgeSpec spec = controller.bridge().orElseThrow();
    PlcDriver driver = driver(controller, spec);
    requireTrust(controller, spec, driver);
    requireSound(controller, spec, driver);
    List<Point> points = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Point point : spec.tags()) {
      Tag tag = tag(controller, point);
      Optional<String> address =
          point.address().or(() -> Addresses.of(tag, driver.getProtocolCode()));
      fault(driver, tag, address, spec.writable(tag.id()).isPresent())
          .ifPresent(fault -> faults.add("line " + point.line() + ": " + tag.id() + ": " + fault));
      points.add(
          new Point(
              point.tag(),
              address,
              point.scale(),
              point.offset(),
              point.poll(),
              point.tolerance(),
              point.line()));
    }
    if (!faults.isEmpty()) {
      throw bad(String.join(System.lineSeparator(), faults));
    }
    return new BridgeSpec(
        spec.provider(),
        spec.connection(),
        spec.role(),
        points,
        spec.stale(),
        spec.timeout(),
        spec.deadMan(),
        spec.interlock(),
        spec.writes(),
        spec.testRig(),
        spec.line());
  }

  private static Tag tag(Asset.Controller controller, Point point) {
    return controller.tags().stream()
        .filter(tag -> tag.id().equals(point.tag()))
        .findFirst()
        .orElseThrow();
  }

  private static PlcDriver driver(Asset.Controller controller, BridgeSpec spec)
      throws ProductException {
    DefaultPlcDriverManager drivers = new DefaultPlcDriverManager();
    try {
      return drivers.getDriverForUrl(spec.connection());
    } catch (PlcConnectionException | IllegalArgumentException | PlcRuntimeException e) {
      throw bad(
          "line %d: %s: found the connection \"%s\" (%s); expected one that begins with one of %s, for example modbus-tcp://192.0.2.7:502"
              .formatted(
                  spec.line(),
                  controller.id(),
                  Causes.withoutSecrets(spec.connection()),
                  Causes.told(e),
                  new TreeSet<>(drivers.getProtocolCodes())));
    }
  }

  /**
   * Without a trust store the driver of OPC UA believes any server, and without a security policy
   * it does not look into its trust store.
   */
  private static void requireTrust(Asset.Controller controller, BridgeSpec spec, PlcDriver driver)
      throws ProductException {
    if (spec.role() != Role.CONTROL || !driver.getProtocolCode().equals(OPC_UA)) {
      return;
    }
    String connection = spec.connection();
    String lacking =
        connection.contains("trust-store-file=") ? "a security policy" : "a trust store";
    if (!connection.contains("trust-store-file=") || !SECURED.matcher(connection).find()) {
      throw bad(
          "line %d: %s: found role control over OPC UA without %s, so that any server would be believed; expected trust-store-file, trust-store-password and security-policy (for example Basic256Sha256) in the connection"
              .formatted(spec.line(), controller.id(), lacking));
    }
  }

  /** What the driver of EtherNet/IP would do wrong on this connection. */
  private static void requireSound(Asset.Controller controller, BridgeSpec spec, PlcDriver driver)
      throws ProductException {
    Optional<String> fault =
        EtherNetIp.is(driver.getProtocolCode())
            ? EtherNetIp.connectionFault(
                driver.getProtocolCode(), spec.connection(), spec.role() == Role.CONTROL)
            : Optional.empty();
    if (fault.isPresent()) {
      throw bad("line %d: %s: found %s".formatted(spec.line(), controller.id(), fault.get()));
    }
  }

  private static Optional<String> fault(
      PlcDriver driver, Tag tag, Optional<String> address, boolean written) {
    if (address.isEmpty()) {
      return Optional.of(
          "found no address for "
              + driver.getProtocolCode()
              + "; expected one, as bridge: {tags: [{tag: "
              + tag.id().name()
              + ", address: ...}]}");
    }
    Optional<String> unsound =
        EtherNetIp.is(driver.getProtocolCode())
            ? EtherNetIp.addressFault(address.get(), written)
            : Optional.empty();
    if (unsound.isPresent()) {
      return unsound.map(fault -> "found " + fault);
    }
    PlcValueType type;
    try {
      type = driver.prepareTag(address.get()).getPlcValueType();
    } catch (PlcRuntimeException | IllegalArgumentException e) {
      return Optional.of(
          "found address \"%s\" (%s); expected one of %s, for example %s"
              .formatted(
                  address.get(), Causes.told(e), driver.getProtocolName(), example(driver, tag)));
    }
    Kinds kind = Kinds.of(type);
    if (!kind.fits(tag.type()) || written && kind == Kinds.OPEN) {
      return Optional.of(
          "found address \"%s\" of type %s for a tag of type %s; expected for example %s"
              .formatted(address.get(), type, tag.type(), example(driver, tag)));
    }
    return Optional.empty();
  }

  private static String example(PlcDriver driver, Tag tag) {
    String type = tag.type().name();
    boolean bit = tag.type() == TagType.BOOL;
    return switch (driver.getProtocolCode()) {
      case "s7" -> bit ? "%DB1.DBX0.0:BOOL" : "%DB1:0:" + type;
      case OPC_UA -> "ns=2;s=" + tag.id() + ";" + type;
      case "eip", "logix" -> tag.id().name() + ":" + type;
      default -> bit ? "coil:1" : "holding-register:1:" + type;
    };
  }

  private static ProductException bad(String message) {
    return new ProductException(ProductException.Cause.BAD_INPUT, message);
  }
}
