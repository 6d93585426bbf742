package org.bumpless.endpoint.modbus.server;

import java.util.Optional;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.plant.identity.Role;

/**
 * What a peer may ask for. In plain Modbus everybody may ask for everything; in Modbus/TCP Security
 * it depends on the role in the peer's certificate, and who has none may ask for nothing.
 */
public enum Rights {
  NOTHING,
  READING,
  OPERATING,
  EVERYTHING;

  /** What a role may do. */
  public static Rights of(Optional<Role> role) {
    return role.map(
            its ->
                switch (its) {
                  case VIEWER -> READING;
                  case OPERATOR -> OPERATING;
                  case ENGINEER -> EVERYTHING;
                })
        .orElse(NOTHING);
  }

  /** Whether a request with this function code may be carried out. */
  boolean allow(int function) {
    return compareTo(wanted(function)) >= 0;
  }

  private static Rights wanted(int function) {
    if (function == EngineeringFunction.CODE) {
      return EVERYTHING;
    }
    return FunctionCode.writes(function) ? OPERATING : READING;
  }
}
