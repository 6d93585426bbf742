package org.bumpless.endpoint.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.plc4x.java.DefaultPlcDriverManager;
import org.apache.plc4x.java.api.PlcConnection;
import org.apache.plc4x.java.api.exceptions.PlcConnectionException;
import org.apache.plc4x.java.api.messages.PlcReadResponse;
import org.apache.plc4x.java.api.messages.PlcWriteResponse;
import org.apache.plc4x.java.api.types.PlcResponseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver of Apache PLC4X against the bench's own server. */
@Timeout(60)
class Plc4xClientTest {
  private static final long SECONDS = 20;

  @Test
  void readsAndWrites() throws Exception {
    S7Rig rig = new S7Rig();
    PlcConnection connection = connect(rig);
    try {
      PlcReadResponse read =
          connection
              .readRequestBuilder()
              .addTagAddress("sp", "%DB1.DBD4:REAL")
              .addTagAddress("mode", "%DB1.DBW8:INT")
              .addTagAddress("pump", "%DB1.DBX10.3:BOOL")
              .build()
              .execute()
              .get(SECONDS, TimeUnit.SECONDS);
      assertThat(read.getFloat("sp")).isEqualTo(50f);
      assertThat(read.getInteger("mode")).isEqualTo(1);
      assertThat(read.getBoolean("pump")).isTrue();

      PlcWriteResponse write =
          connection
              .writeRequestBuilder()
              .addTagAddress("sp", "%DB1.DBD4:REAL", 62.5f)
              .addTagAddress("esd", "%DB1.DBX10.0:BOOL", true)
              .build()
              .execute()
              .get(SECONDS, TimeUnit.SECONDS);
      assertThat(write.getResponseCode("sp")).isEqualTo(PlcResponseCode.OK);
      assertThat(write.getResponseCode("esd")).isEqualTo(PlcResponseCode.OK);
      assertThat(rig.effects())
          .extracting(effect -> effect.tag().name() + " " + effect.after())
          .containsExactlyInAnyOrder("SP 62.5", "ESD true");
    } finally {
      connection.close();
      rig.close();
    }
  }

  /** Its {@code getConnection} has no time limit of its own. */
  private static PlcConnection connect(S7Rig rig) throws Exception {
    String url = "s7://127.0.0.1:%d?remote-rack=0&remote-slot=2".formatted(rig.port());
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return new DefaultPlcDriverManager().getConnection(url);
              } catch (PlcConnectionException e) {
                throw new IllegalStateException(url, e);
              }
            })
        .get(SECONDS, TimeUnit.SECONDS);
  }
}
