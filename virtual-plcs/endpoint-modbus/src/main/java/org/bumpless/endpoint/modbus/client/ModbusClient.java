package org.bumpless.endpoint.modbus.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Dialer;
import org.bumpless.plc.dial.Standing;
import org.bumpless.plc.dial.Trouble;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ProtocolClient;
import org.jspecify.annotations.Nullable;

/**
 * One Modbus TCP connection of one actor, in plain or inside TLS 1.2 or 1.3.
 *
 * <p>{@code connect} does TCP and the TLS handshake and reads nothing after it. With TLS 1.3 the
 * handshake ends for the client before the far end has judged its certificate; a far end that turns
 * it down says so in an alert which is read in place of the first answer, and the first {@code
 * perform} is {@code Refused}. An answer that is late, or does not belong to its request, is {@code
 * NoReply} and ends the connection. An operation of several requests ends with the first that is
 * not answered well; what was written before stays written.
 */
public final class ModbusClient implements ProtocolClient {
  private static final Set<String> MANNERS = Manner.allWords();

  private final ClientSettings settings;
  private final TagBook book;
  private final Dialer dialer;
  private final Standing<Link> standing = new Standing<>();
  private @Nullable ReadPlan lastRead;

  /**
   * Prepares a client; nothing is dialled yet.
   *
   * @throws IllegalStateException if the TLS material cannot be used
   */
  public ModbusClient(ClientSettings settings) {
    this.settings = settings;
    this.book = new TagBook(settings.server());
    this.dialer = new Dialer(settings);
  }

  @Override
  public Set<String> manners() {
    return MANNERS;
  }

  @Override
  public Outcome connect() {
    @Nullable Link already = standing.get();
    if (already != null) {
      return connected(already);
    }
    standing.reset();
    try {
      return connected(
          standing.begin(new Link(dialer.dial(), settings.clock(), settings.timeout())));
    } catch (IOException e) {
      return Trouble.connecting(e, settings.dial(), settings.timeout());
    }
  }

  @Override
  public Outcome perform(Operation operation) {
    Work work = plan(operation);
    @Nullable Link on = standing.get();
    if (on == null) {
      Outcome connecting = connect();
      on = standing.get();
      if (on == null) {
        return connecting;
      }
    }
    return perform(work, on);
  }

  @Override
  public BooleanSupplier prepare(Operation operation) {
    if (operation instanceof Operation.Read(List<TagId> tags)) {
      ReadPlan plan = ReadPlan.of(book, tags);
      return () -> reads(plan);
    }
    return ProtocolClient.super.prepare(operation);
  }

  private boolean reads(ReadPlan plan) {
    if (standing.get() == null && !(connect() instanceof Outcome.Answered)) {
      return false;
    }
    Link on = requireNonNull(standing.get());
    int unit = settings.spec().unit();
    List<ReadPlan.Part> parts = plan.parts();
    try {
      for (int i = 0; i < parts.size(); i++) { // an iterator would allocate
        if (!on.reads(unit, parts.get(i).pdu(), parts.get(i).answerBytes())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      standing.end(Trouble.farEndClosed(e));
      return false;
    }
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

  private Outcome perform(Work work, Link on) {
    try {
      return work.on(on);
    } catch (IOException e) {
      standing.end(Trouble.farEndClosed(e));
      return work.brokenOff(Trouble.asking(e, settings.timeout()));
    } catch (InterruptedException e) {
      standing.end(false);
      Thread.currentThread().interrupt();
      return work.brokenOff(new Outcome.NoReply("the client was interrupted"));
    }
  }

  private Work plan(Operation operation) {
    int unit = settings.spec().unit();
    return switch (operation) {
      case Operation.Read read -> new ReadWork(unit, readPlan(read.tags()));
      case Operation.Write write ->
          new WriteWork(unit, WritePlan.of(book, write), settings.clock());
      case Operation.Download download ->
          new DownloadWork(unit, DownloadPlan.of(book, download.values()));
      case Operation.DownloadProgram(var _, var program) -> ProgramWork.download(unit, program);
      case Operation.ChangeMode(var _, var run) -> ProgramWork.mode(unit, run);
      case Operation.Browse browse -> new BrowseWork(unit);
      case Operation.Sweep sweep -> new SweepWork(unit, book);
    };
  }

  private ReadPlan readPlan(List<TagId> tags) {
    ReadPlan plan = lastRead;
    if (plan == null || !plan.wanted().equals(tags)) {
      plan = ReadPlan.of(book, tags);
      lastRead = plan;
    }
    return plan;
  }

  private Outcome connected(Link on) {
    InetSocketAddress dial = settings.dial();
    return new Outcome.Answered(
        Map.of(),
        "connected to " + dial.getHostString() + ":" + dial.getPort() + ", " + on.security());
  }
}
