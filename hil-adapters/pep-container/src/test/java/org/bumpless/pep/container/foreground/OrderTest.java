package org.bumpless.pep.container.foreground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  @Test
  void isReadAsItWasSaid() {
    Order order =
        new Order(
            "bumpless-haproxy-1",
            "localhost/bumpless/haproxy:debian-12",
            new TreeMap<>(Map.of("nofile", 1_024L, "nproc", 200L)),
            List.of("/usr/bin/podman", "system", "service"),
            List.of("/usr/sbin/haproxy", "--", "-f", "a b.cfg"));

    assertThat(Order.of(order.words())).isEqualTo(order);
  }

  @Test
  void anImageMayHaveItsOwnCommandAndAnEngineItsOwnService() {
    Order order = new Order("c", "i", new TreeMap<>(), List.of(), List.of());

    assertThat(order.words()).containsExactly("c", "i", "--", "--");
    assertThat(Order.of(order.words())).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c i", "c i --", "c -- --", "c i nofile -- --", "c i nofile=x -- --"})
  void otherWordsAreRefused(String words) {
    assertThatThrownBy(() -> Order.of(List.of(words.split(" ", -1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
