package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.testkit.StoppedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthzenPdpProviderTest {
  private final PdpProvider provider =
      ServiceLoader.load(PdpProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(found -> found.id().equals("authzen"))
          .findFirst()
          .orElseThrow();

  @Test
  void isFoundByItsId() {
    assertThat(provider.id()).isEqualTo("authzen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 ms", "500ms", "2 s", "1s"})
  void takesTimeOutsWithTheirUnit(String timeout) {
    assertThatCode(() -> create(Map.of("url", "http://127.0.0.1:1", "timeout", timeout)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "500", "-1 s", "0 ms", "1 h", "1.5 s", "9999999 ms"})
  void refusesTimeOutsWithoutOne(String timeout) {
    assertBad(Map.of("url", "http://127.0.0.1:1", "timeout", timeout), "timeout: found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:80",
        "ftp://host",
        "http://",
        "http://a b",
        "http://h/?q=1",
        "http://h/#f"
      })
  void refusesUrlsThatAreNoBase(String url) {
    assertBad(Map.of("url", url), "url: found");
  }

  @Test
  void refusesAMissingUrlAndUnknownSettings() {
    assertBad(Map.of(), "url: found \"\"");
    assertBad(Map.of("url", "http://h", "uri", "x"), "[uri]: found unknown setting");
  }

  @Test
  void refusesMetadataThatIsNeitherYesNorNo() {
    assertBad(Map.of("url", "http://127.0.0.1:1", "metadata", "maybe"), "metadata: found");
  }

  private void assertBad(Map<String, String> settings, String place) {
    assertThatThrownBy(() -> create(settings))
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
        .hasMessageContaining("sut.yaml")
        .hasMessageContaining(place)
        .hasMessageContaining("expected");
  }

  private void create(Map<String, String> settings) throws ProductException {
    provider.create(settings, Path.of("some-sut"), new StoppedClock()).close();
  }
}
