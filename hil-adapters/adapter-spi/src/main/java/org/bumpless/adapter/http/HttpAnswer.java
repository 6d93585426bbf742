package org.bumpless.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a service of the bench sends back to a product. */
public sealed interface HttpAnswer {

  /**
   * An answer with a body.
   *
   * @param status HTTP status code, 200 to 599
   * @param headers further headers
   */
  record Sent(int status, String contentType, String body, Map<String, String> headers)
      implements HttpAnswer {
    public Sent {
      headers = Map.copyOf(headers);
    }

    byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The same answer with one more header. */
    public Sent with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Sent(status, contentType, body, more);
    }
  }

  /** No answer: the connection is closed, as by a service that has died. */
  record HungUp() implements HttpAnswer {}

  static Sent json(int status, String body) {
    return new Sent(status, "application/json", body, Map.of());
  }

  static Sent text(int status, String body) {
    return new Sent(status, "text/plain; charset=utf-8", body, Map.of());
  }
}
