package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what {@code hil-adapters/README.md} tells whoever brings a product of their own. */
class TenMinutesIT {
  private static final Pattern FILE =
      Pattern.compile("\\*\\*tinyproxy/([^*]+)\\*\\*.*?```[a-z]*\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theProductOfThePageGetsTheVerdictsThatThePageTells() throws Exception {
    ThirdParty.require("tinyproxy", "tinyproxy");
    String page = Files.readString(Ran.HOME.resolve("hil-adapters/README.md"));
    Path product = Files.createDirectories(folder.resolve("tinyproxy"));
    Matcher files = FILE.matcher(page);
    while (files.find()) {
      Files.writeString(product.resolve(files.group(1)), files.group(2));
    }
    Path sut = product.resolve("sut.yaml");
    assertThat(sut).exists();
    assertThat(Said.by("validate", sut.toString()).code()).isZero();

    Ran ran =
        Ran.of(
            sut, "@ENF-03 or @MNT-01", "standard", Files.createDirectory(folder.resolve("runs")));

    assertThat(ran.scenarios("attack")).isNotEmpty().allSatisfy(Ran::isNotBroken);
    assertThat(ran.scenarios("maintenance")).isNotEmpty().allSatisfy(Ran::isNotBroken);
    List<String> standings = ran.scenarios().stream().map(Ran::standing).toList();
    assertThat(standings).as(ran.said().out()).contains("PASS");
  }
}
