package org.bumpless.endpoint.modbus.server;

import java.util.List;
import java.util.Set;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.protocol.ServeSettings;

/**
 * Answers the requests of all connections of one controller and writes each of them down; safe for
 * any number of threads.
 */
public final class RequestHandler {
  /**
   * The units that mean the device itself when it is addressed by its IP address (messaging guide
   * V1.0b, 4.4.1.2).
   */
  private static final int UNIT_ANY = 0;

  private static final int UNIT_SELF = 0xFF;

  private final ServeSettings settings;
  private final DataModel model;
  private final Functions functions;
  private final ProgramLoader loader;
  private final Set<Integer> units;

  /**
   * The handler of one controller.
   *
   * @throws IllegalArgumentException if the tags' Modbus addresses contradict each other
   */
  public RequestHandler(ServeSettings settings) {
    this.settings = settings;
    this.model = new DataModel(settings.tags().tags());
    this.functions =
        new Functions(model, settings.tags(), new DeviceIdentification(settings.controller()));
    this.loader = new ProgramLoader(settings.engineering());
    this.units =
        settings.spec().unit() == UNIT_ANY || settings.spec().unit() == UNIT_SELF
            ? Set.of(UNIT_ANY, UNIT_SELF)
            : Set.of(UNIT_ANY, UNIT_SELF, settings.spec().unit());
  }

  /** Carries a request out and logs it; the PDU is not kept. */
  Result handle(int unit, Pdu pdu, Peer peer) {
    long nanos = settings.clock().nanos();
    if (!peer.rights().allow(pdu.function())) {
      Result refused = new Result.Refused(ExceptionCode.ILLEGAL_FUNCTION);
      log(nanos, peer, unit, pdu, "FC" + pdu.function() + " beyond its role", List.of(), refused);
      return refused;
    }
    if (pdu.function() == EngineeringFunction.CODE) {
      return engineering(nanos, unit, pdu, peer);
    }
    return switch (RequestDecoder.decode(pdu)) {
      case RequestDecoder.Decoded.Bad(ExceptionCode code) -> {
        Result result = new Result.Refused(units.contains(unit) ? code : notHere());
        log(
            nanos,
            peer,
            unit,
            pdu,
            "FC" + pdu.function() + " " + describe(code),
            List.of(),
            result);
        yield result;
      }
      case RequestDecoder.Decoded.Good(var request) -> {
        Reach reach = Reach.of(request);
        Result result =
            units.contains(unit)
                ? functions.execute(request, reach)
                : new Result.Refused(notHere());
        List<TagId> touched = units.contains(unit) ? reach.tags(model) : List.of();
        log(nanos, peer, unit, pdu, reach.text(), touched, result);
        yield result;
      }
    };
  }

  private Result engineering(long nanos, int unit, Pdu pdu, Peer peer) {
    Result result =
        units.contains(unit) ? loader.answer(pdu, peer.address()) : new Result.Refused(notHere());
    log(nanos, peer, unit, pdu, ProgramLoader.text(pdu), List.of(), result);
    return result;
  }

  private static boolean writes(Pdu pdu) {
    return pdu.function() == EngineeringFunction.CODE
        ? EngineeringFunction.changes(ProgramLoader.subFunction(pdu))
        : FunctionCode.writes(pdu.function());
  }

  private void log(
      long nanos, Peer peer, int unit, Pdu pdu, String text, List<TagId> tags, Result result) {
    settings
        .log()
        .served(
            new Served(
                nanos,
                settings.controller().id(),
                settings.spec().protocol(),
                peer.address(),
                units.contains(unit) ? text : "unit " + unit + ": " + text,
                tags,
                writes(pdu),
                result instanceof Result.Done));
  }

  private static ExceptionCode notHere() {
    return ExceptionCode.GATEWAY_TARGET_FAILED;
  }

  private static String describe(ExceptionCode code) {
    return code == ExceptionCode.ILLEGAL_FUNCTION ? "unknown" : "malformed";
  }
}
