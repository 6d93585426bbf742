package org.bumpless.endpoint.s7.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.model.Protection;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Dialer;
import org.bumpless.plc.dial.Standing;
import org.bumpless.plc.dial.Trouble;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ProtocolClient;
import org.jspecify.annotations.Nullable;

/**
 * One S7comm connection of one actor, in plain or inside TLS. An answer that is late or does not
 * belong to its request is {@code NoReply} and ends the connection.
 */
public final class S7Client implements ProtocolClient {
  private static final Set<String> MANNERS = Set.of(Operation.Write.PLAIN);

  private final ClientSettings settings;
  private final Dialer dialer;
  private final Standing<Link> standing = new Standing<>();
  private final TagJobs tags;

  /** Prepares a client; nothing is dialled yet. */
  public S7Client(ClientSettings settings) {
    this.settings = settings;
    this.dialer = new Dialer(settings);
    this.tags = new TagJobs(settings.server());
  }

  @FunctionalInterface
  private interface Job {
    Outcome on(Link link) throws IOException;
  }

  @Override
  public Set<String> manners() {
    return MANNERS;
  }

  @Override
  public Outcome connect() {
    if (standing.get() == null) {
      standing.reset();
      try {
        standing.begin(Link.open(dialer.dial(), settings.clock(), settings.timeout()));
      } catch (IOException e) {
        return Trouble.connecting(e, settings.dial(), settings.timeout());
      }
    }
    return new Outcome.Answered(
        Map.of(),
        "connected to " + settings.dial().getHostString() + ":" + settings.dial().getPort());
  }

  @Override
  public Outcome perform(Operation operation) {
    Job job = job(operation);
    @Nullable Link on = standing.get();
    if (on == null) {
      Outcome connecting = connect();
      on = standing.get();
      if (on == null) {
        return connecting;
      }
    }
    try {
      return job.on(on);
    } catch (IOException e) {
      standing.end(Trouble.farEndClosed(e));
      return Trouble.asking(e, settings.timeout());
    }
  }

  @Override
  public BooleanSupplier prepare(Operation operation) {
    if (operation instanceof Operation.Read(var wanted)) {
      Optional<PreparedRead> read = tags.prepared(wanted);
      if (read.isPresent()) {
        return () -> asks(read.get());
      }
    }
    return ProtocolClient.super.prepare(operation);
  }

  private boolean asks(PreparedRead read) {
    Link on = standing.get();
    if (on == null) {
      connect();
      on = standing.get();
    }
    try {
      return on != null && read.ask(on);
    } catch (IOException e) {
      standing.end(Trouble.farEndClosed(e));
      return false;
    }
  }

  private Job job(Operation operation) {
    return switch (operation) {
      case Operation.Read(var wanted) -> {
        List<Tag> known = tags.tags(wanted);
        yield on -> tags.read(on, known);
      }
      case Operation.Write(var tag, var value, var manner) -> {
        if (!MANNERS.contains(manner)) {
          throw new IllegalArgumentException(
              "manner of writing \"" + manner + "\" over S7: expected one of " + MANNERS);
        }
        Map<Tag, TagValue> one = Map.of(tags.tags(List.of(tag)).getFirst(), value);
        yield on -> tags.write(on, one);
      }
      case Operation.Download(var values) -> {
        Map<Tag, TagValue> all = new LinkedHashMap<>();
        values.forEach((tag, value) -> all.put(tags.tags(List.of(tag)).getFirst(), value));
        yield on -> tags.write(on, all);
      }
      case Operation.DownloadProgram(var _, var program) ->
          on -> unlocked(on, its -> StationJobs.download(its, program));
      case Operation.ChangeMode(var _, var run) ->
          on -> unlocked(on, its -> StationJobs.mode(its, run));
      case Operation.Browse _ -> StationJobs::browse;
      case Operation.Sweep _ -> tags::sweep;
    };
  }

  /** Gives the password first where the controller asks for one and the client has one. */
  private Outcome unlocked(Link on, Job job) throws IOException {
    boolean guarded = settings.spec().protection() != Protection.NONE;
    if (guarded
        && settings.application().login() instanceof ClientSettings.Login.UserName login
        && !StationJobs.unlock(on, login.password())) {
      return new Outcome.Refused("the password is wrong");
    }
    return job.on(on);
  }

  @Override
  public boolean connected() {
    return standing.get() != null;
  }

  @Override
  public boolean awaitClosed() {
    return standing.awaitClosed();
  }

  @Override
  public void close() {
    standing.end(false);
  }
}
