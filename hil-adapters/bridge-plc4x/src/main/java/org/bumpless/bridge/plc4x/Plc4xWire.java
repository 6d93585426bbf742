package org.bumpless.bridge.plc4x;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.plc4x.java.DefaultPlcDriverManager;
import org.apache.plc4x.java.api.PlcConnection;
import org.apache.plc4x.java.api.PlcDriver;
import org.apache.plc4x.java.api.exceptions.PlcConnectionException;
import org.apache.plc4x.java.api.exceptions.PlcRuntimeException;
import org.apache.plc4x.java.api.messages.PlcReadRequest;
import org.apache.plc4x.java.api.messages.PlcReadResponse;
import org.apache.plc4x.java.api.messages.PlcWriteResponse;
import org.apache.plc4x.java.api.types.PlcResponseCode;
import org.apache.plc4x.java.api.types.PlcValueType;
import org.bumpless.bridge.core.Plan;
import org.bumpless.bridge.core.Wire;
import org.bumpless.bridge.core.WireException;
import org.bumpless.plant.model.BridgeSpec.Point;
import org.jspecify.annotations.Nullable;

/**
 * A connection of PLC4X with a time limit on everything. After a time-out the connection is of no
 * use: the driver of Modbus, for one, takes later answers for earlier ones. So it is let go.
 */
public final class Plc4xWire implements Wire {
  private static final String TAG = "tag";

  /** How often it looks whether the connection still stands while it waits for an answer. */
  private static final long LOOK_MILLIS = 20;

  /** A connection takes several exchanges; an OPC UA session takes four. */
  private static final int CONNECT_EXCHANGES = 4;

  /** Over EtherNet/IP the driver does not tell a refusal that has no more to say. */
  private static final String NO_SUCH_TAG =
      "an answer that the driver of EtherNet/IP fails on, as it does when there is no such tag, or no controller in the slot";

  private static final Duration LOADING = Duration.ofSeconds(10);

  private final Plan plan;
  private final Duration timeout;
  private final Map<Point, PlcValueType> declared = new HashMap<>();
  private @Nullable PlcConnection connection;

  /** Whether it speaks EtherNet/IP, where a write goes to the type of the address as it is. */
  private boolean etherNetIp;

  /**
   * What connecting and reading for the first time may take longer, for the classes of a driver.
   */
  private Duration loading = LOADING;

  public Plc4xWire(Plan plan) {
    this.plan = plan;
    this.timeout = plan.spec().timeout();
  }

  @Override
  public void connect() throws WireException {
    close();
    DefaultPlcDriverManager drivers = new DefaultPlcDriverManager();
    declare(drivers);
    PlcConnection made =
        within(
            () -> drivers.getConnection(plan.spec().connection()),
            timeout.multipliedBy(CONNECT_EXCHANGES).plus(loading),
            "no connection");
    if (!made.isConnected()) {
      release(made);
      throw WireException.lost(reach("no connection"), null);
    }
    connection = made;
  }

  /** No exchange: the addresses were looked at before. */
  private void declare(DefaultPlcDriverManager drivers) throws WireException {
    try {
      PlcDriver driver = drivers.getDriverForUrl(plan.spec().connection());
      etherNetIp = EtherNetIp.is(driver.getProtocolCode());
      for (Point point : plan.spec().tags()) {
        declared.computeIfAbsent(point, p -> driver.prepareTag(address(p)).getPlcValueType());
      }
    } catch (PlcConnectionException e) {
      throw WireException.lost(reach("no driver: " + Causes.told(e)), e);
    }
  }

  @Override
  public List<Answer> read(List<Point> points) throws WireException {
    PlcReadRequest.Builder request = connection().readRequestBuilder();
    for (int i = 0; i < points.size(); i++) {
      request.addTagAddress(TAG + i, address(points.get(i)));
    }
    List<Answer> answers = new ArrayList<>();
    try {
      PlcReadResponse response = await(request.build().execute(), timeout.plus(loading), "read");
      loading = Duration.ZERO;
      for (int i = 0; i < points.size(); i++) {
        answers.add(answer(response, TAG + i, points.get(i)));
      }
    } catch (WireException e) {
      if (etherNetIp && points.size() == 1 && Causes.ofDriver(e.getCause())) {
        close(); // the driver does nothing more on this connection
        return List.of(new Answer.Refused(NO_SUCH_TAG));
      }
      throw e;
    } catch (PlcRuntimeException e) {
      throw WireException.lost(reach("read: an answer without " + Causes.told(e)), e);
    }
    return answers;
  }

  private Answer answer(PlcReadResponse response, String name, Point point) {
    PlcResponseCode code = response.getResponseCode(name);
    return code == PlcResponseCode.OK
        ? Kinds.answer(
            response.getPlcValue(name),
            Optional.of(plan.type(point)),
            etherNetIp ? Optional.of(type(point)) : Optional.empty())
        : new Answer.Refused("the controller says " + code);
  }

  @Override
  public void write(Point point, double raw) throws WireException {
    Object value;
    try {
      value = Kinds.object(type(point), raw);
    } catch (IllegalArgumentException e) {
      throw WireException.refused(point.tag() + ": " + e.getMessage());
    }
    PlcWriteResponse response =
        await(
            connection()
                .writeRequestBuilder()
                .addTagAddress(TAG, address(point), value)
                .build()
                .execute(),
            timeout,
            "write of " + point.tag());
    PlcResponseCode code = response.getResponseCode(TAG);
    if (code != PlcResponseCode.OK) {
      throw WireException.refused("the controller says " + code);
    }
  }

  @Override
  public boolean whole(Point point) {
    return Kinds.of(type(point)) != Kinds.REAL;
  }

  private PlcValueType type(Point point) {
    return declared.getOrDefault(point, PlcValueType.NULL);
  }

  private static String address(Point point) {
    return point.address().orElseThrow();
  }

  private PlcConnection connection() throws WireException {
    PlcConnection open = connection;
    if (open == null || !open.isConnected()) {
      throw WireException.lost("the connection is gone", null);
    }
    return open;
  }

  /** Runs on a thread of its own what has no time limit of its own. */
  private <T> T within(Callable<T> work, Duration limit, String what) throws WireException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("plc4x connects").start(task);
    try {
      return await(task, limit, what);
    } catch (WireException e) {
      thread.interrupt(); // it is let go: nothing of it is used any more
      throw e;
    }
  }

  private <T> T await(Future<? extends T> future, Duration limit, String what)
      throws WireException {
    long looks = limit.toMillis() / LOOK_MILLIS + 1;
    try {
      for (long i = 1; i < looks; i++) {
        try {
          return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          requireConnected(what); // a driver does not tell that its connection has broken
        }
      }
      return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw WireException.lost(
          reach(
              what
                  + ": no answer within "
                  + timeout.plus(loading).toMillis()
                  + " ms; is it there, and does it speak that?"),
          e);
    } catch (ExecutionException e) {
      throw WireException.lost(reach(what + ": " + Causes.told(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WireException.lost(what + " was interrupted", e);
    }
  }

  private void requireConnected(String what) throws WireException {
    PlcConnection open = connection;
    if (open != null && !open.isConnected()) {
      throw WireException.lost(reach(what + ": the connection has broken"), null);
    }
  }

  private String reach(String what) {
    return Causes.withoutSecrets(plan.spec().connection()) + ": " + what;
  }

  @Override
  public void close() {
    PlcConnection open = connection;
    connection = null;
    if (open != null) {
      release(open);
    }
  }

  /** A driver takes its time to close; nobody waits for that. */
  private static void release(PlcConnection open) {
    Thread.ofPlatform().daemon().name("plc4x closes").start(() -> closeQuietly(open));
  }

  private static void closeQuietly(PlcConnection open) {
    try {
      open.close();
    } catch (Exception e) {
      System.err.println("a connection that was of no use any more: " + Causes.told(e));
    }
  }
}
