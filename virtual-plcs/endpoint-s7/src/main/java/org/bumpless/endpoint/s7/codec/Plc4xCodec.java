package org.bumpless.endpoint.s7.codec;

import java.util.List;
import java.util.Optional;
import org.apache.plc4x.java.s7.readwrite.COTPPacket;
import org.apache.plc4x.java.s7.readwrite.COTPPacketConnectionRequest;
import org.apache.plc4x.java.s7.readwrite.COTPPacketConnectionResponse;
import org.apache.plc4x.java.s7.readwrite.COTPPacketData;
import org.apache.plc4x.java.s7.readwrite.COTPParameter;
import org.apache.plc4x.java.s7.readwrite.COTPParameterCalledTsap;
import org.apache.plc4x.java.s7.readwrite.COTPParameterCallingTsap;
import org.apache.plc4x.java.s7.readwrite.COTPParameterTpduSize;
import org.apache.plc4x.java.s7.readwrite.COTPProtocolClass;
import org.apache.plc4x.java.s7.readwrite.COTPTpduSize;
import org.apache.plc4x.java.s7.readwrite.DataTransportErrorCode;
import org.apache.plc4x.java.s7.readwrite.S7AddressAny;
import org.apache.plc4x.java.s7.readwrite.S7Message;
import org.apache.plc4x.java.s7.readwrite.S7MessageResponseData;
import org.apache.plc4x.java.s7.readwrite.S7Parameter;
import org.apache.plc4x.java.s7.readwrite.S7ParameterReadVarRequest;
import org.apache.plc4x.java.s7.readwrite.S7ParameterSetupCommunication;
import org.apache.plc4x.java.s7.readwrite.S7ParameterWriteVarRequest;
import org.apache.plc4x.java.s7.readwrite.S7ParameterWriteVarResponse;
import org.apache.plc4x.java.s7.readwrite.S7Payload;
import org.apache.plc4x.java.s7.readwrite.S7PayloadWriteVarRequest;
import org.apache.plc4x.java.s7.readwrite.S7PayloadWriteVarResponse;
import org.apache.plc4x.java.s7.readwrite.S7VarPayloadDataItem;
import org.apache.plc4x.java.s7.readwrite.S7VarPayloadStatusItem;
import org.apache.plc4x.java.s7.readwrite.S7VarRequestParameterItem;
import org.apache.plc4x.java.s7.readwrite.S7VarRequestParameterItemAddress;
import org.apache.plc4x.java.s7.readwrite.TPKTPacket;
import org.apache.plc4x.java.s7.readwrite.TransportSize;
import org.apache.plc4x.java.spi.generation.ParseException;
import org.apache.plc4x.java.spi.generation.ReadBufferByteBased;
import org.apache.plc4x.java.spi.generation.SerializationException;
import org.apache.plc4x.java.spi.generation.WriteBufferByteBased;
import org.bumpless.plant.model.S7Address.Area;
import org.jspecify.annotations.Nullable;

/**
 * The codec on PLC4X's generated classes, with {@link HandCodec} for what they lack and for the
 * answer to a read, which they take too long for.
 */
public final class Plc4xCodec implements S7Codec {
  private static final int OWN_REFERENCE = 1;

  @Override
  public S7Request decode(byte[] bytes) throws BadPacketException {
    if (bytes.length <= Packet.COTP_TYPE) {
      throw new BadPacketException("a packet of " + bytes.length + " bytes");
    }
    int type = bytes[Packet.COTP_TYPE] & 0xFF;
    if (type == Packet.COTP_CONNECT) {
      return connect(parse(bytes));
    }
    if (type != Packet.COTP_DATA) {
      throw new BadPacketException("COTP packet of type " + type);
    }
    Packet packet = Packet.data(bytes);
    boolean generated =
        packet.type() == Packet.JOB
            && switch (packet.function()) {
              case Functions.SETUP_COMMUNICATION, Functions.READ_VAR, Functions.WRITE_VAR -> true;
              default -> false;
            };
    return generated ? job(parse(bytes), packet) : HandCodec.decode(packet);
  }

  private static COTPPacket parse(byte[] bytes) throws BadPacketException {
    try {
      return TPKTPacket.staticParse(new ReadBufferByteBased(bytes)).getPayload();
    } catch (ParseException | RuntimeException e) {
      // Generated parsers answer hostile bytes with whatever exception comes up.
      throw new BadPacketException("a packet that does not parse: " + e);
    }
  }

  private static S7Request connect(COTPPacket packet) throws BadPacketException {
    if (!(packet instanceof COTPPacketConnectionRequest request)) {
      throw new BadPacketException("no connection request");
    }
    int calling = 0;
    int called = 0;
    for (COTPParameter parameter : request.getParameters()) {
      switch (parameter) {
        case COTPParameterCallingTsap its -> calling = its.getTsapId();
        case COTPParameterCalledTsap its -> called = its.getTsapId();
        default -> {}
      }
    }
    return new S7Request.Connect(request.getSourceReference(), calling, called);
  }

  private static S7Request job(COTPPacket packet, Packet raw) throws BadPacketException {
    int reference = raw.reference();
    S7Message message = packet.getPayload();
    @Nullable S7Parameter parameter = message.getParameter();
    return switch (parameter) {
      case S7ParameterSetupCommunication setup ->
          new S7Request.Setup(
              reference, setup.getMaxAmqCaller(), setup.getMaxAmqCallee(), setup.getPduLength());
      case S7ParameterReadVarRequest read -> new S7Request.Read(reference, items(read.getItems()));
      case S7ParameterWriteVarRequest write ->
          write(reference, items(write.getItems()), message.getPayload());
      case null, default -> new S7Request.Unknown(reference, raw.function());
    };
  }

  private static S7Request write(int reference, List<Item> items, @Nullable S7Payload payload)
      throws BadPacketException {
    if (!(payload instanceof S7PayloadWriteVarRequest values)
        || values.getItems().size() != items.size()) {
      throw new BadPacketException("a write without a value for each place");
    }
    return new S7Request.Write(
        reference, items, values.getItems().stream().map(S7VarPayloadDataItem::getData).toList());
  }

  private static List<Item> items(List<S7VarRequestParameterItem> items) {
    return items.stream().map(Plc4xCodec::item).toList();
  }

  private static Item item(S7VarRequestParameterItem item) {
    if (item instanceof S7VarRequestParameterItemAddress address
        && address.getAddress() instanceof S7AddressAny any) {
      return new Item(range(any));
    }
    return new Item(Optional.empty());
  }

  private static Optional<Range> range(S7AddressAny any) {
    Optional<Area> area =
        switch (any.getArea()) {
          case INPUTS -> Optional.of(Area.INPUT);
          case OUTPUTS -> Optional.of(Area.OUTPUT);
          case FLAGS_MARKERS -> Optional.of(Area.MARKER);
          case DATA_BLOCKS -> Optional.of(Area.DATA_BLOCK);
          case null, default -> Optional.empty();
        };
    @Nullable TransportSize size = any.getTransportSize();
    int elements = any.getNumberOfElements();
    boolean single = size == TransportSize.BOOL;
    if (size == null || single && elements != 1) {
      return Optional.empty();
    }
    int bytes = single ? 1 : elements * size.getSizeInBytes();
    if (bytes == 0) {
      return Optional.empty();
    }
    return area.map(
        its ->
            new Range(
                its,
                its == Area.DATA_BLOCK ? any.getDbNumber() : 0,
                any.getByteAddress(),
                bytes,
                single ? any.getBitAddress() : Range.WHOLE));
  }

  @Override
  public byte[] encode(S7Answer answer) {
    return switch (answer) {
      case S7Answer.Connected connected -> bytes(confirm(connected));
      case S7Answer.SetUp setUp ->
          bytes(
              setUp.reference(),
              new S7ParameterSetupCommunication(setUp.calling(), setUp.called(), setUp.pduBytes()),
              null);
      case S7Answer.Values values -> HandCodec.values(values);
      case S7Answer.Written written ->
          bytes(
              written.reference(),
              new S7ParameterWriteVarResponse((short) written.codes().size()),
              new S7PayloadWriteVarResponse(
                  written.codes().stream()
                      .map(code -> new S7VarPayloadStatusItem(errorCode(code)))
                      .toList()));
      case S7Answer.Unlocked unlocked -> HandCodec.unlocked(unlocked);
      case S7Answer.StatusList list -> HandCodec.statusList(list);
      case S7Answer.Done done -> HandCodec.done(done);
      case S7Answer.Refused refused -> HandCodec.refused(refused);
      case S7Answer.UploadBegun begun -> HandCodec.uploadBegun(begun);
      case S7Answer.Uploaded uploaded -> HandCodec.uploaded(uploaded);
      case S7Answer.Fetch fetch -> HandCodec.fetch(fetch);
      case S7Answer.FetchEnded ended -> HandCodec.fetchEnded(ended);
    };
  }

  private static COTPPacket confirm(S7Answer.Connected connected) {
    return new COTPPacketConnectionResponse(
        List.of(
            new COTPParameterTpduSize(COTPTpduSize.SIZE_1024),
            new COTPParameterCallingTsap(connected.callingTsap()),
            new COTPParameterCalledTsap(connected.calledTsap())),
        null,
        connected.destinationReference(),
        OWN_REFERENCE,
        COTPProtocolClass.CLASS_0);
  }

  private static DataTransportErrorCode errorCode(S7Answer.Code code) {
    return switch (code) {
      case OK -> DataTransportErrorCode.OK;
      case ACCESS_DENIED -> DataTransportErrorCode.ACCESS_DENIED;
      case INVALID_ADDRESS -> DataTransportErrorCode.INVALID_ADDRESS;
      case DATA_TYPE_NOT_SUPPORTED -> DataTransportErrorCode.DATA_TYPE_NOT_SUPPORTED;
      case NOT_FOUND -> DataTransportErrorCode.NOT_FOUND;
    };
  }

  private static byte[] bytes(int reference, S7Parameter parameter, @Nullable S7Payload payload) {
    S7Message message =
        new S7MessageResponseData(reference, parameter, payload, (short) 0, (short) 0);
    return bytes(new COTPPacketData(List.of(), message, true, (byte) 0));
  }

  private static byte[] bytes(COTPPacket packet) {
    TPKTPacket whole = new TPKTPacket(packet);
    WriteBufferByteBased out = new WriteBufferByteBased(whole.getLengthInBytes());
    try {
      whole.serialize(out);
    } catch (SerializationException e) {
      throw new IllegalStateException("an answer that cannot be written down", e);
    }
    return out.getBytes();
  }
}
