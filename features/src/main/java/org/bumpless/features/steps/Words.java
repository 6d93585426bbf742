package org.bumpless.features.steps;

import io.cucumber.java.ParameterType;
import java.util.Locale;
import org.bumpless.adapter.pdp.DecisionService;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.ZoneId;

/** The words that sentences are made of. */
public final class Words {
  private static final String PRODUCT_IN = "the product in ";

  @ParameterType("[A-Z][a-z]+")
  public String person(String name) {
    return name;
  }

  @ParameterType("[A-Z][A-Z0-9]*-[A-Z0-9-]+")
  public AssetId asset(String name) {
    return new AssetId(name);
  }

  @ParameterType("[A-Z][A-Z0-9]*-[A-Z0-9-]+\\.[A-Z][A-Z0-9_]*")
  public TagId tag(String name) {
    return TagId.parse(name);
  }

  /** A safety function. */
  @ParameterType("[A-Z]+-[0-9]+[A-Z]?")
  public String sif(String id) {
    return id;
  }

  /** A signal of the process. */
  @ParameterType("[A-Z][A-Za-z0-9_-]*\\.[a-z][A-Za-z0-9_]*")
  public String signal(String name) {
    return name;
  }

  @ParameterType("-?\\d+(?:\\.\\d+)?(?: (?:%|l/s|s|l))?|on|off|MAN|AUTO")
  public Quantity quantity(String text) {
    return Quantity.parse(text);
  }

  @ParameterType("[A-Z][A-Z0-9]*-[A-Z0-9-]+|the product in [a-z0-9-]+")
  public Plug plug(String name) {
    return name.startsWith(PRODUCT_IN)
        ? new Plug.OfProduct(new ZoneId(name.substring(PRODUCT_IN.length())))
        : new Plug.OfAsset(new AssetId(name));
  }

  @ParameterType("[a-z][a-z0-9-]*")
  public ZoneId zone(String name) {
    return new ZoneId(name);
  }

  /** How a decision point behaves. */
  @ParameterType("silent|failing|gone|late|talking nonsense")
  public DecisionService.Behaviour behaviour(String words) {
    return words.equals("talking nonsense")
        ? DecisionService.Behaviour.NONSENSE
        : DecisionService.Behaviour.valueOf(words.toUpperCase(Locale.ROOT));
  }

  @ParameterType("RUN|REMOTE|PROGRAM")
  public KeySwitch key(String name) {
    return KeySwitch.valueOf(name);
  }

  @ParameterType("[a-z][a-z0-9-]*")
  public String program(String name) {
    return name;
  }

  @ParameterType("modbus-tcp|opc-ua|s7")
  public Protocol protocol(String id) {
    return new Protocol(id);
  }
}
