package org.bumpless.endpoint.opcua.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.channel.ChannelParameters;
import org.eclipse.milo.opcua.stack.core.channel.ChunkDecoder;
import org.eclipse.milo.opcua.stack.core.channel.ChunkEncoder;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
import org.eclipse.milo.opcua.stack.core.channel.MessageAbortException;
import org.eclipse.milo.opcua.stack.core.channel.MessageDecodeException;
import org.eclipse.milo.opcua.stack.core.channel.MessageEncodeException;
import org.eclipse.milo.opcua.stack.core.channel.headers.AsymmetricSecurityHeader;
import org.eclipse.milo.opcua.stack.core.channel.messages.AcknowledgeMessage;
import org.eclipse.milo.opcua.stack.core.channel.messages.ErrorMessage;
import org.eclipse.milo.opcua.stack.core.channel.messages.HelloMessage;
import org.eclipse.milo.opcua.stack.core.channel.messages.MessageType;
import org.eclipse.milo.opcua.stack.core.channel.messages.TcpMessageEncoder;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryDecoder;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.UaMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.structured.ServiceFault;
import org.eclipse.milo.opcua.stack.transport.client.uasc.ClientSecureChannel;

/**
 * Messages of OPC UA on a wire: Hello and Acknowledge, then requests and responses in chunks that
 * the secure channel signs and encrypts (OPC 10000-6, 6.7 and 7.1). One request is answered before
 * the next, or a batch before the next batch.
 */
final class Conversation {
  static final EncodingContext ENCODING = DefaultEncodingContext.INSTANCE;
  private static final EncodingLimits LIMITS = ENCODING.getEncodingLimits();
  private static final int CHUNK_POSITION_AT = 3;
  private static final int SECURITY_HEADER_AT = 12;
  private static final long VERSION = 0;

  private final Wire wire;
  private final ClientSecureChannel channel;
  private final OpcUaBinaryEncoder encoder = new OpcUaBinaryEncoder(ENCODING);
  private final OpcUaBinaryDecoder decoder = new OpcUaBinaryDecoder(ENCODING);
  private final ChannelParameters parameters;
  private final ChunkEncoder chunkEncoder;
  private final ChunkDecoder chunkDecoder;
  private long requestId;

  private Conversation(Wire wire, ClientSecureChannel channel, ChannelParameters parameters) {
    this.wire = wire;
    this.channel = channel;
    this.parameters = parameters;
    chunkEncoder = new ChunkEncoder(parameters);
    chunkDecoder = new ChunkDecoder(parameters, LIMITS);
  }

  /** What arrived for an OpenSecureChannel request: who signed it is still to be judged. */
  record Opened(UaResponseMessageType response, ByteString senderCertificates) {}

  /** Says Hello and waits for the Acknowledge. */
  static Conversation greet(Wire wire, String endpointUrl, ClientSecureChannel channel)
      throws IOException, UaException {
    HelloMessage hello =
        new HelloMessage(
            VERSION,
            LIMITS.getMaxChunkSize(),
            LIMITS.getMaxChunkSize(),
            LIMITS.getMaxMessageSize(),
            LIMITS.getMaxChunkCount(),
            endpointUrl);
    wire.send(bytes(TcpMessageEncoder.encode(hello)));
    ByteBuf answer = wire.receive(LIMITS.getMaxChunkSize(), wire.deadlineNanos());
    requireType(answer, MessageType.Acknowledge);
    try {
      AcknowledgeMessage acknowledge =
          AcknowledgeMessage.decode(answer.skipBytes(Wire.HEADER_BYTES));
      return new Conversation(wire, channel, parameters(acknowledge));
    } catch (RuntimeException malformed) {
      throw new IOException("Acknowledge cannot be read: " + malformed.getMessage(), malformed);
    }
  }

  private static ChannelParameters parameters(AcknowledgeMessage acknowledge) {
    return new ChannelParameters(
        LIMITS.getMaxMessageSize(),
        smaller(acknowledge.getSendBufferSize()),
        smaller(acknowledge.getReceiveBufferSize()),
        LIMITS.getMaxChunkCount(),
        clamped(acknowledge.getMaxMessageSize()),
        clamped(acknowledge.getReceiveBufferSize()),
        clamped(acknowledge.getSendBufferSize()),
        clamped(acknowledge.getMaxChunkCount()));
  }

  private static int smaller(long theirs) {
    return (int) Math.min(theirs, LIMITS.getMaxChunkSize());
  }

  private static int clamped(long value) {
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  ClientSecureChannel channel() {
    return channel;
  }

  /**
   * Sends an OpenSecureChannel request under the keys of the certificates, and receives its answer.
   */
  Opened open(UaRequestMessageType request) throws IOException, UaException {
    wire.send(encoded(request, MessageType.OpenSecureChannel));
    List<ByteBuf> chunks = receiveChunks(MessageType.OpenSecureChannel, wire.deadlineNanos());
    ByteString senders = senderCertificates(chunks.getFirst());
    return new Opened(
        expectGood(decoded(chunks, requestId, MessageType.OpenSecureChannel)), senders);
  }

  private static ByteString senderCertificates(ByteBuf chunk) throws IOException {
    try {
      ByteBuf header = chunk.slice(SECURITY_HEADER_AT, chunk.readableBytes() - SECURITY_HEADER_AT);
      return AsymmetricSecurityHeader.decode(header, LIMITS).getSenderCertificate();
    } catch (RuntimeException malformed) {
      throw new IOException("security header cannot be read", malformed);
    }
  }

  /**
   * Sends a request and waits for its response.
   *
   * @throws UaServiceFaultException if the server answers with a fault; the conversation goes on
   * @throws UaException if the server ends the conversation with an error
   * @throws IOException if no response comes, or none that can be understood
   */
  UaResponseMessageType request(UaRequestMessageType request) throws IOException, UaException {
    wire.send(encoded(request, MessageType.SecureMessage));
    return expectGood(response(requestId, wire.deadlineNanos()));
  }

  /** The same, with the request's bytes in two segments on the wire. */
  UaResponseMessageType requestInTwo(UaRequestMessageType request) throws IOException, UaException {
    byte[] bytes = encoded(request, MessageType.SecureMessage);
    int half = bytes.length / 2;
    wire.send(bytes, 0, half);
    wire.send(bytes, half, bytes.length - half);
    return expectGood(response(requestId, wire.deadlineNanos()));
  }

  /**
   * Sends two requests in one segment, and gives the response to the second.
   *
   * @throws UaServiceFaultException if the second, or only the first, is answered with a fault
   */
  UaResponseMessageType requestBehind(UaRequestMessageType first, UaRequestMessageType second)
      throws IOException, UaException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(encoded(first, MessageType.SecureMessage));
    long firstId = requestId;
    both.writeBytes(encoded(second, MessageType.SecureMessage));
    wire.send(both.toByteArray());
    long deadline = wire.deadlineNanos();
    UaResponseMessageType firstResponse = response(firstId, deadline);
    UaResponseMessageType secondResponse = expectGood(response(requestId, deadline));
    expectGood(firstResponse);
    return secondResponse;
  }

  /** Sends a message that has no answer, the last one of the channel. */
  void sendLast(UaRequestMessageType request) throws IOException, UaException {
    wire.send(encoded(request, MessageType.CloseSecureChannel));
  }

  private byte[] encoded(UaRequestMessageType request, MessageType type)
      throws IOException, UaException {
    requestId++;
    ByteBuf message = Unpooled.buffer();
    encoder.setBuffer(message);
    encoder.encodeMessage(null, request);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.readableBytes() + 128);
    try {
      ChunkEncoder.EncodedMessage encoded =
          type == MessageType.OpenSecureChannel
              ? chunkEncoder.encodeAsymmetric(channel, requestId, message, type)
              : chunkEncoder.encodeSymmetric(channel, requestId, message, type);
      for (ByteBuf chunk : encoded.getMessageChunks()) {
        bytes.writeBytes(bytes(chunk));
      }
      return bytes.toByteArray();
    } catch (MessageEncodeException e) {
      throw UaException.extract(e)
          .orElseGet(() -> new UaException(StatusCodes.Bad_EncodingError, e));
    }
  }

  private UaResponseMessageType response(long id, long deadlineNanos)
      throws IOException, UaException {
    return decoded(
        receiveChunks(MessageType.SecureMessage, deadlineNanos), id, MessageType.SecureMessage);
  }

  private List<ByteBuf> receiveChunks(MessageType type, long deadlineNanos)
      throws IOException, UaException {
    List<ByteBuf> chunks = new ArrayList<>(1);
    char position;
    do {
      if (chunks.size() == LIMITS.getMaxChunkCount()) {
        throw new IOException("response of more than " + LIMITS.getMaxChunkCount() + " chunks");
      }
      ByteBuf chunk = wire.receive(parameters.getLocalReceiveBufferSize(), deadlineNanos);
      requireType(chunk, type);
      position = (char) chunk.getByte(CHUNK_POSITION_AT);
      chunks.add(chunk);
    } while (position == 'C');
    return chunks;
  }

  private UaResponseMessageType decoded(List<ByteBuf> chunks, long id, MessageType type)
      throws IOException, UaException {
    try {
      ChunkDecoder.DecodedMessage decoded =
          type == MessageType.OpenSecureChannel
              ? chunkDecoder.decodeAsymmetric(channel, chunks)
              : chunkDecoder.decodeSymmetric(channel, chunks);
      UaMessageType message = decoder.setBuffer(decoded.getMessage()).decodeMessage(null);
      decoded.getMessage().release();
      if (decoded.getRequestId() != id || !(message instanceof UaResponseMessageType response)) {
        throw new IOException(
            "response to request " + decoded.getRequestId() + ", expected one to " + id);
      }
      return response;
    } catch (MessageAbortException e) {
      throw new UaException(e.getStatusCode(), "aborted: " + e.getMessage());
    } catch (MessageDecodeException | RuntimeException e) {
      throw new IOException("response cannot be read or verified: " + e.getMessage(), e);
    }
  }

  private static UaResponseMessageType expectGood(UaResponseMessageType response)
      throws UaServiceFaultException {
    if (response.getResponseHeader().getServiceResult().isBad()) {
      throw new UaServiceFaultException(
          response instanceof ServiceFault fault
              ? fault
              : new ServiceFault(response.getResponseHeader()));
    }
    return response;
  }

  private static void requireType(ByteBuf chunk, MessageType expected)
      throws IOException, UaException {
    MessageType type;
    try {
      type = MessageType.fromMediumInt(chunk.getMediumLE(0));
    } catch (UaException unknown) {
      throw new IOException("not an OPC UA message: " + ByteBufUtil.hexDump(chunk, 0, 3), unknown);
    }
    if (type == MessageType.Error && expected != MessageType.Error) {
      ErrorMessage error;
      try {
        error = ErrorMessage.decode(chunk.skipBytes(Wire.HEADER_BYTES));
      } catch (RuntimeException malformed) {
        throw new IOException("error message cannot be read", malformed);
      }
      throw new UaException(error.getError(), error.getReason());
    }
    if (type != expected) {
      throw new IOException("message of type " + type + ", expected " + expected);
    }
  }

  private static byte[] bytes(ByteBuf buffer) {
    byte[] bytes = ByteBufUtil.getBytes(buffer);
    buffer.release();
    return bytes;
  }
}
