package org.bumpless.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.bumpless.features.ClaimOpen;
import org.bumpless.features.World;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.SystemTags;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.check.PlantCheck;
import org.bumpless.scenario.check.ProgramCheck;
import org.bumpless.scenario.history.Wish;

/** Programs of controllers: who downloads them, who stops them, and which one really runs. */
public final class ProgramSteps {
  private final World world;

  public ProgramSteps(World world) {
    this.world = world;
  }

  @Given("the key of {asset} stands in {key}")
  public void key(AssetId controller, KeySwitch key) {
    world.bench().controllers().turn(controller, key);
    world.touch(controller);
  }

  @When("{person} downloads the program {program} to {asset}")
  public void downloads(String name, String program, AssetId controller) {
    download(name, program, controller, Protocol.MODBUS_TCP, Wish.WANTED);
  }

  @When("{person} downloads the program {program} to {asset} over {protocol}")
  public void downloadsOver(String name, String program, AssetId controller, Protocol protocol) {
    download(name, program, controller, protocol, Wish.WANTED);
  }

  @When("{person} tries to download the program {program} to {asset}")
  public void triesToDownload(String name, String program, AssetId controller) {
    download(name, program, controller, Protocol.MODBUS_TCP, Wish.UNWANTED);
  }

  @When("{person} tries to download the program {program} to {asset} over {protocol}")
  public void triesToDownloadOver(
      String name, String program, AssetId controller, Protocol protocol) {
    download(name, program, controller, protocol, Wish.UNWANTED);
  }

  @When("{person} tries to stop {asset}")
  public void triesToStop(String name, AssetId controller) {
    triesToStopOver(name, controller, Protocol.MODBUS_TCP);
  }

  @When("{person} tries to stop {asset} over {protocol}")
  public void triesToStopOver(String name, AssetId controller, Protocol protocol) {
    world.act(
        name, controller, protocol, new Operation.ChangeMode(controller, false), Wish.UNWANTED);
  }

  @Then("{asset} runs the program {program}")
  public void runs(AssetId controller, String program) throws InterruptedException {
    ProgramText text = known(program);
    TagId checksum = SystemTags.programChecksum(controller);
    TagValue value = new TagValue.Text(text.checksum());
    world.bench().settle();
    world.claim(
        PlantCheck.changedOnce(
            world.bench().history(), world.bench().stalls(), world.startNanos(), checksum, value));
    world.claim(ProgramCheck.running(world.bench().controllers(), controller, text));
  }

  @Then("{asset} still runs its own program")
  public void runsItsOwn(AssetId controller) throws InterruptedException {
    world.bench().settle();
    world.claim(
        PlantCheck.unchanged(
            world.bench().history(), world.startNanos(), SystemTags.programChecksum(controller)));
    String own =
        world
            .bench()
            .plant()
            .controller(controller)
            .map(its -> its.program().program())
            .orElseThrow(() -> new ClaimOpen("the plant has no controller " + controller));
    world.claim(ProgramCheck.running(world.bench().controllers(), controller, known(own)));
  }

  @Then("{asset} has not been stopped")
  public void notStopped(AssetId controller) throws InterruptedException {
    world.bench().settle();
    world.claim(
        PlantCheck.unchanged(
            world.bench().history(), world.startNanos(), SystemTags.operatingMode(controller)));
    world.claim(ProgramCheck.inRun(world.bench().controllers(), controller));
  }

  private void download(
      String name, String program, AssetId controller, Protocol protocol, Wish wish) {
    world.act(
        name,
        controller,
        protocol,
        new Operation.DownloadProgram(controller, known(program)),
        wish);
  }

  private ProgramText known(String program) {
    return world
        .bench()
        .plant()
        .program(program)
        .orElseThrow(() -> new ClaimOpen("the plant has no program " + program));
  }
}
