package org.bumpless.scenario.bench;

import java.util.List;
import java.util.Set;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.ZoneId;

/** The plant's network in the hands of somebody who wants past the product. */
public interface Network {

  /**
   * Tries every host from every other: at the ports that it serves and at one that nobody has
   * declared. Bounded in number and time.
   *
   * @throws InterruptedException if the run is interrupted
   */
  List<Knock> knockEverywhere() throws InterruptedException;

  /**
   * Lets every host that controls nothing ask for connections in the names of clients in other
   * zones, along the flows that the plant declares for those. Bounded in number and time.
   *
   * @throws InterruptedException if the run is interrupted
   */
  List<Forgery> forgeEverywhere() throws InterruptedException;

  /**
   * Sends through every data diode of the plant in its direction, has that answered, and sends
   * against it. Bounded in number and time.
   *
   * @throws InterruptedException if the run is interrupted
   */
  List<Pushed> pushBack() throws InterruptedException;

  /**
   * Gives a host a second network card in another zone for a while, by which it asks the
   * controllers there under its address in its own zone. Their answers take the way to that zone.
   *
   * @throws InterruptedException if the run is interrupted
   */
  List<Aside> askAside(AssetId host, ZoneId zone) throws InterruptedException;

  /**
   * Lets a host take the address of a neighbour in its zone, by telling all neighbours so. The
   * stations that had it suffer until it is given back.
   *
   * @return whether the product's host was told
   * @throws InterruptedException if the run is interrupted
   */
  boolean takeAddress(AssetId thief, AssetId victim) throws InterruptedException;

  /** Ends what {@link #takeAddress} began. */
  void giveAddressesBack();

  /** What can be said at a door that was not made for it, for example {@code ssh}. */
  Set<String> languages();

  /**
   * Says something at a door of the product that was not made for it.
   *
   * @param language one of {@link #languages()}
   * @throws InterruptedException if the run is interrupted
   */
  Smuggled smuggle(Call call, String language) throws InterruptedException;

  /**
   * Something foreign, said once.
   *
   * @param said whether the connection came about and it was said
   * @param control whether anything at all was heard from the product to that controller meanwhile
   * @param came whether it was heard there, behind the product
   */
  record Smuggled(boolean said, boolean control, boolean came) {}

  /**
   * A connection asked for past the product, whose answer takes the way through it.
   *
   * @param reached whether the answer has come to the product
   * @param passed whether it has left the product again
   */
  record Aside(AssetId server, String door, boolean reached, boolean passed) {}

  /**
   * Something sent against a data diode.
   *
   * @param what the kind of it, for example {@code udp answer}
   * @param tried whether it was really sent; an answer is if its question has come
   * @param back whether it has come through
   */
  record Pushed(
      ConduitId diode, AssetId from, AssetId to, String what, boolean tried, boolean back) {}

  /**
   * One connection asked for under a false address.
   *
   * @param liar who sent it
   * @param claimed whose address it bears
   * @param reached whether it has come to the product
   * @param passed whether it has left the product again
   */
  record Forgery(
      AssetId liar,
      AssetId claimed,
      AssetId server,
      String door,
      boolean reached,
      boolean passed) {}

  /**
   * One try.
   *
   * @param door what was tried, for example {@code modbus-tcp} or {@code udp 47001}
   * @param open whether the plant file lets anything pass here, for no product stands between
   * @param left whether it left the host that knocks; not if that has no route there
   * @param came whether the host that was tried has seen it come
   */
  record Knock(AssetId from, AssetId to, String door, boolean open, boolean left, boolean came) {}
}
