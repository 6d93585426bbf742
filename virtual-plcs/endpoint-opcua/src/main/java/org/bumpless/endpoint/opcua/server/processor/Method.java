package org.bumpless.endpoint.opcua.server.processor;

import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;

/** A method that clients call, and what it does. */
final class Method extends AbstractMethodInvocationHandler {
  private static final int SCALAR = -1;

  private final Argument[] inputs;
  private final Argument[] outputs;
  private final Work work;

  /** What a method does. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it for a session.
     *
     * @throws UaException with the status that the caller is told
     */
    Variant[] does(NodeId session, Variant[] arguments) throws UaException;
  }

  Method(UaMethodNode node, Argument[] inputs, Argument[] outputs, Work work) {
    super(node);
    this.inputs = inputs.clone();
    this.outputs = outputs.clone();
    this.work = work;
  }

  static Argument argument(String name, NodeId type, String description) {
    return new Argument(name, type, SCALAR, null, LocalizedText.english(description));
  }

  @Override
  public Argument[] getInputArguments() {
    return inputs.clone();
  }

  @Override
  public Argument[] getOutputArguments() {
    return outputs.clone();
  }

  @Override
  protected Variant[] invoke(InvocationContext context, Variant[] arguments) throws UaException {
    NodeId session =
        context
            .getSession()
            .map(Session::getSessionId)
            .orElseThrow(() -> new UaException(StatusCodes.Bad_SessionIdInvalid));
    return work.does(session, arguments);
  }
}
