package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.jspecify.annotations.Nullable;

/** Has every message judged, whether it came alone, with others or in pieces. */
public final class CheckedStream implements StreamGuard, FrameSplitter.Handler {
  private final FrameGuard guard;
  private final FrameSplitter splitter;
  private final Relay relay;
  private final Consumer<String> refusals;
  private Scope scope = Scope.READ_ONLY;
  private @Nullable String end;

  /**
   * @param refusals told why a message was refused, each time
   */
  public CheckedStream(FrameGuard guard, Relay relay, Consumer<String> refusals) {
    this.guard = guard;
    this.splitter = new FrameSplitter(guard.framing());
    this.relay = relay;
    this.refusals = refusals;
  }

  @Override
  public Optional<String> accept(byte[] bytes, int length, Scope current) throws IOException {
    scope = current;
    return switch (splitter.accept(bytes, length, this)) {
      case GOOD -> Optional.empty();
      case STOPPED -> Optional.ofNullable(end);
      case MALFORMED -> Optional.of("malformed message");
    };
  }

  @Override
  public boolean frame(byte[] bytes, int offset, int length) throws IOException {
    switch (guard.inspect(bytes, offset, length, scope)) {
      case Verdict.Pass pass -> relay.forward(bytes, offset, length, pass.write());
      case Verdict.Answer answer -> {
        relay.refuse(bytes, offset, length, answer);
        refusals.accept(answer.reason());
      }
      case Verdict.Close close -> {
        end = close.reason();
        return false;
      }
    }
    return true;
  }

  @Override
  public void end() throws IOException {
    relay.flushUp();
  }
}
