package org.bumpless.pdp.cedar;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.Subject;

/**
 * An access request in Cedar's terms; the form is in the package's text.
 *
 * @param entities principal and resource with their attributes
 */
record CedarRequest(AuthorizationRequest request, Set<Entity> entities) {

  /**
   * Translates.
   *
   * @throws ArithmeticException if a moment is beyond what 64-bit nanoseconds hold (1677 to 2262)
   */
  static CedarRequest of(AccessRequest asked, Schema schema) {
    Entity principal = principal(asked.subject());
    Entity resource = resource(asked.resource());
    AuthorizationRequest request =
        new AuthorizationRequest(
            principal.getEUID(),
            uid("Action", word(asked.action())),
            resource.getEUID(),
            Optional.of(context(asked.context())),
            Optional.of(schema),
            true);
    return new CedarRequest(request, Set.of(principal, resource));
  }

  private static Entity principal(Subject subject) {
    String type =
        switch (subject.kind()) {
          case PERSON -> "Person";
          case WORKLOAD -> "Workload";
          case UNKNOWN -> "Unknown";
        };
    return new Entity(
        uid(type, subject.spiffeId()),
        Map.of(
            "mfa", new PrimBool(subject.mfa()),
            "svidValid", new PrimBool(subject.svidValid()),
            "edrHealthy", new PrimBool(subject.edrHealthy()),
            "role", new PrimString(subject.role())),
        subject.groups().stream().map(g -> uid("Group", g)).collect(Collectors.toSet()));
  }

  private static Entity resource(AccessRequest.Resource resource) {
    return new Entity(
        uid("Controller", resource.asset().value()),
        Map.of(
            "level", new PrimString(resource.level().label()),
            "slTarget", new PrimString(resource.target().name())),
        Set.of());
  }

  private static Map<String, Value> context(AccessRequest.Context context) {
    Map<String, Value> values = new HashMap<>();
    values.put("now", nanos(context.now()));
    values.put("protocol", new PrimString(context.protocol().id()));
    values.put("declaredFlow", new PrimString(word(context.flow())));
    context.ticket().ifPresent(ticket -> values.put("ticket", ticket(ticket)));
    return values;
  }

  private static CedarMap ticket(AccessRequest.Ticket ticket) {
    return new CedarMap(
        Map.of(
            "id", new PrimString(ticket.id()),
            "opens", nanos(ticket.opens()),
            "closes", nanos(ticket.closes())));
  }

  private static PrimLong nanos(Instant instant) {
    long seconds = Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toNanos(1));
    return new PrimLong(Math.addExact(seconds, instant.getNano()));
  }

  private static EntityUID uid(String type, String id) {
    return EntityTypeName.parse(type)
        .orElseThrow(() -> new IllegalStateException(type + " is no Cedar type name"))
        .of(id);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
