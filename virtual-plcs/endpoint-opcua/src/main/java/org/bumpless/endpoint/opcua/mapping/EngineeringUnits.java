package org.bumpless.endpoint.opcua.mapping;

import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/**
 * Engineering units as OPC UA tells them: UNECE Recommendation 20 codes where we know them (OPC
 * 10000-8, 5.6.3).
 */
public final class EngineeringUnits {
  private static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";
  private static final String OWN = PlantNamespace.URI + ":units";

  /** What OPC 10000-8 says to give where the namespace has no number for the unit. */
  private static final int NO_UNIT_ID = -1;

  private static final Map<String, Unece> KNOWN =
      Map.ofEntries(
          Map.entry("%", new Unece("P1", "percent")),
          Map.entry("s", new Unece("SEC", "second")),
          Map.entry("min", new Unece("MIN", "minute")),
          Map.entry("h", new Unece("HUR", "hour")),
          Map.entry("m", new Unece("MTR", "metre")),
          Map.entry("mm", new Unece("MMT", "millimetre")),
          Map.entry("m/s", new Unece("MTS", "metre per second")),
          Map.entry("l", new Unece("LTR", "litre")),
          Map.entry("m3", new Unece("MTQ", "cubic metre")),
          Map.entry("l/s", new Unece("G51", "litre per second")),
          Map.entry("l/min", new Unece("L2", "litre per minute")),
          Map.entry("m3/h", new Unece("MQH", "cubic metre per hour")),
          Map.entry("m3/s", new Unece("MQS", "cubic metre per second")),
          Map.entry("kg", new Unece("KGM", "kilogram")),
          Map.entry("kg/s", new Unece("KGS", "kilogram per second")),
          Map.entry("Pa", new Unece("PAL", "pascal")),
          Map.entry("kPa", new Unece("KPA", "kilopascal")),
          Map.entry("bar", new Unece("BAR", "bar")),
          Map.entry("\u00b0C", new Unece("CEL", "degree Celsius")),
          Map.entry("K", new Unece("KEL", "kelvin")),
          Map.entry("rpm", new Unece("RPM", "revolutions per minute")),
          Map.entry("Hz", new Unece("HTZ", "hertz")),
          Map.entry("A", new Unece("AMP", "ampere")),
          Map.entry("V", new Unece("VLT", "volt")),
          Map.entry("kW", new Unece("KWT", "kilowatt")));

  private EngineeringUnits() {}

  /**
   * A unit by the sign in the plant file; empty for no unit, without a number for one that is not
   * in our table.
   */
  public static Optional<EUInformation> of(String sign) {
    if (sign.isEmpty()) {
      return Optional.empty();
    }
    LocalizedText display = LocalizedText.english(sign);
    Unece known = KNOWN.get(sign);
    return Optional.of(
        known == null
            ? new EUInformation(OWN, NO_UNIT_ID, display, display)
            : new EUInformation(
                UNECE, number(known.code), display, LocalizedText.english(known.name)));
  }

  /**
   * The UnitId of a UNECE common code: its characters, first one highest (OPC 10000-8, 5.6.3.3).
   */
  private static int number(String code) {
    int number = 0;
    for (int i = 0; i < code.length(); i++) {
      number = number << 8 | code.charAt(i);
    }
    return number;
  }

  private record Unece(String code, String name) {}
}
