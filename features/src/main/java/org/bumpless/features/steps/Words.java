package org.bumpless.features.steps;

import io.cucumber.java.ParameterType;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.TagId;

/** The words that sentences are made of. */
public final class Words {

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

  @ParameterType("-?\\d+(?:\\.\\d+)?(?: (?:%|l/s|s|l))?|on|off|MAN|AUTO")
  public Quantity quantity(String text) {
    return Quantity.parse(text);
  }

  @ParameterType("modbus-tcp|opc-ua")
  public Protocol protocol(String id) {
    return new Protocol(id);
  }
}
