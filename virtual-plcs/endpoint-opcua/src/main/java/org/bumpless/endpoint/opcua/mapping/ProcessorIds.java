package org.bumpless.endpoint.opcua.mapping;

import org.bumpless.plant.model.AssetId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * Where a controller shows its processor: an object under the controller's own, with methods and
 * state, and in it the program as a temporary file transfer (OPC 10000-20, 4.4).
 */
public record ProcessorIds(PlantNamespace namespace, AssetId controller) {
  private static final String PROCESSOR = "Processor";
  private static final String PROGRAM = "Program";

  /** The object itself. */
  public NodeId processor() {
    return namespace.property(namespace.controller(controller), PROCESSOR);
  }

  /** A method or a variable of the processor. */
  public NodeId part(String name) {
    return namespace.property(processor(), name);
  }

  /** The object that hands out files for the program, to read and to write. */
  public NodeId program() {
    return part(PROGRAM);
  }

  /** A method of the program's file transfer. */
  public NodeId transfer(String name) {
    return namespace.property(program(), name);
  }

  /** The file that every transfer reads and writes, each under a handle of its own. */
  public NodeId file() {
    return transfer("File");
  }

  /** A method or a property of the file. */
  public NodeId ofFile(String name) {
    return namespace.property(file(), name);
  }
}
