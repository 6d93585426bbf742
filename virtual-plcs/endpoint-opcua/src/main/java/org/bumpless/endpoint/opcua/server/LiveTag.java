package org.bumpless.endpoint.opcua.server;

import org.bumpless.endpoint.opcua.mapping.UaValues;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.protocol.LiveTags;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets a variable show its tag: the value comes from the process image at each read, and what an
 * anonymous user may do with it is told as less.
 */
record LiveTag(LiveTags tags, int slot, NanoClock clock) implements AttributeFilter {

  @Override
  public @Nullable Object getAttribute(AttributeFilterContext context, AttributeId attribute) {
    return switch (attribute) {
      case Value -> {
        DateTime now = new DateTime(clock.instant());
        yield new DataValue(UaValues.variant(tags.read(slot)), StatusCode.GOOD, now, now);
      }
      case UserAccessLevel ->
          context.getSession().filter(Users::isAnonymous).isPresent()
              ? AccessLevel.toValue(AccessLevel.READ_ONLY)
              : context.getAttribute(attribute);
      default -> context.getAttribute(attribute);
    };
  }
}
