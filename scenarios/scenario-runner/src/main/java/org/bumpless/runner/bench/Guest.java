package org.bumpless.runner.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plc.protocol.ClientSettings.Login;

/**
 * What a client that is not of the bench needs to speak to controllers that ask for more than an
 * address: a certificate and its key, an engineer's, whom it is to believe, and a login.
 */
public record Guest(Identity identity, TrustBundle trust, Login.UserName login) {
  /** Begins the names of its files. */
  public static final String NAME = "guest";

  /** One line with the user's name, one with the password. */
  public static final String LOGIN_FILE = "login.txt";

  /** Writes all of it into a folder, which is made; keys and password for the owner's eyes only. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    PemFiles.write(folder, NAME, identity, trust);
    PemFiles.secret(folder, LOGIN_FILE, login.name() + "\n" + login.password() + "\n");
  }
}
