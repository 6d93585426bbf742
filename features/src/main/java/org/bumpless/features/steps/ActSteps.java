package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.history.Wish;

/**
 * What people do to controllers: "sets" is wanted and must work, "tries to" is unwanted and must
 * not.
 */
public final class ActSteps {
  private static final Map<String, Double> PARAMETERS =
      new TreeMap<>(Map.of("KP", 1.25, "TI", 11.0, "OUT_MAX", 96.0));

  private final World world;

  public ActSteps(World world) {
    this.world = world;
  }

  @Given("{person} has a session with {asset}")
  public void hasSession(String name, AssetId server) {
    hasSessionOver(name, server, Protocol.MODBUS_TCP);
  }

  @Given("{person} has a session with {asset} over {protocol}")
  public void hasSessionOver(String name, AssetId server, Protocol protocol) {
    Outcome outcome = read(name, new TagId(server, "PV"), protocol);
    if (!(outcome instanceof Outcome.Answered)) {
      // Whether that is the product's fault is for the books of the scenario to say.
      throw new ClaimOpen(
          name + " was to have a session with " + server + " and did not get one: " + outcome);
    }
  }

  @Then("{person} still has a session with {asset}")
  public void stillHasSession(String name, AssetId server) {
    hasSession(name, server);
  }

  @When("{person} sets {tag} to {quantity}")
  public void sets(String name, TagId tag, Quantity value) {
    write(name, tag, value, Operation.Write.PLAIN, Protocol.MODBUS_TCP, Wish.WANTED);
  }

  @When("{person} sets {tag} to {quantity} over {protocol}")
  public void setsOver(String name, TagId tag, Quantity value, Protocol protocol) {
    write(name, tag, value, Operation.Write.PLAIN, protocol, Wish.WANTED);
  }

  @When("{person} sets {tag} to {quantity} by {string}")
  public void setsBy(String name, TagId tag, Quantity value, String manner) {
    write(name, tag, value, manner, Protocol.MODBUS_TCP, Wish.WANTED);
  }

  @When("{person} tries to set {tag} to {quantity}")
  public void triesToSet(String name, TagId tag, Quantity value) {
    write(name, tag, value, Operation.Write.PLAIN, Protocol.MODBUS_TCP, Wish.UNWANTED);
  }

  @When("{person} tries to set {tag} to {quantity} over {protocol}")
  public void triesToSetOver(String name, TagId tag, Quantity value, Protocol protocol) {
    write(name, tag, value, Operation.Write.PLAIN, protocol, Wish.UNWANTED);
  }

  @When("{person} tries to set {tag} to {quantity} by {string}")
  public void triesToSetBy(String name, TagId tag, Quantity value, String manner) {
    write(name, tag, value, manner, Protocol.MODBUS_TCP, Wish.UNWANTED);
  }

  @When("{person} reads {tag}")
  public void reads(String name, TagId tag) {
    read(name, known(tag).id(), Protocol.MODBUS_TCP);
  }

  @When("{person} reads {tag} over {protocol}")
  public void readsOver(String name, TagId tag, Protocol protocol) {
    read(name, known(tag).id(), protocol);
  }

  @When("{person} sweeps {asset}")
  public void sweeps(String name, AssetId server) {
    world.act(name, server, Protocol.MODBUS_TCP, new Operation.Sweep(), Wish.UNWANTED);
  }

  @When("{person} downloads a parameter set to {asset}")
  public void downloads(String name, AssetId server) {
    world.act(name, server, Protocol.MODBUS_TCP, parameters(server), Wish.WANTED);
  }

  @When("{person} tries to download a parameter set to {asset}")
  public void triesToDownload(String name, AssetId server) {
    world.act(name, server, Protocol.MODBUS_TCP, parameters(server), Wish.UNWANTED);
  }

  /** The parameter set that scenarios download. */
  static Operation.Download parameters(AssetId server) {
    Map<TagId, TagValue> values = new TreeMap<>();
    PARAMETERS.forEach(
        (name, value) ->
            values.put(new TagId(server, name), new TagValue.Real(value.floatValue())));
    return new Operation.Download(values);
  }

  private Outcome read(String name, TagId tag, Protocol protocol) {
    return world.act(
        name, tag.controller(), protocol, new Operation.Read(List.of(tag)), Wish.WANTED);
  }

  private void write(
      String name, TagId tag, Quantity value, String manner, Protocol protocol, Wish wish) {
    if (!world.manners(name, tag.controller(), protocol).contains(manner)) {
      throw new ClaimOpen(
          protocol
              + " cannot write by \""
              + manner
              + "\"; it can by "
              + world.manners(name, tag.controller(), protocol));
    }
    world.act(
        name,
        tag.controller(),
        protocol,
        new Operation.Write(tag, value.of(known(tag)), manner),
        wish);
  }

  private Tag known(TagId tag) {
    return world
        .bench()
        .plant()
        .tag(tag)
        .orElseThrow(() -> new ClaimOpen("the plant has no tag " + tag));
  }
}
