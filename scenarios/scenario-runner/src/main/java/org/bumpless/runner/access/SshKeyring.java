package org.bumpless.runner.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.SshKeys;
import org.bumpless.plant.identity.TrustBundle;

/**
 * Keys and certificates of the plant's clients as files, which is how {@code ssh} wants them. There
 * are as many as identities that were used; all vanish with it.
 */
final class SshKeyring implements AutoCloseable {
  private final Path folder;
  private final TrustBundle trust;
  private final Map<Identity, Held> held = new HashMap<>();

  /** The files of one client. */
  record Held(Path key, Path certificate) {}

  SshKeyring(TrustBundle trust) throws IOException {
    this.trust = trust;
    this.folder = Files.createTempDirectory("bumpless-ssh");
    StringBuilder known = new StringBuilder();
    trust
        .authorities()
        .forEach(
            authority ->
                known.append("@cert-authority * " + SshKeys.line(authority.getPublicKey()) + "\n"));
    Files.writeString(knownHosts(), known);
  }

  /** Whose hosts are believed: those with a certificate of the plant CA. */
  Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** The files of a client; empty if its authority has given it nothing for SSH. */
  synchronized Optional<Held> of(Identity identity) {
    if (identity.ssh().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(held.computeIfAbsent(identity, its -> write(its, its.ssh().get().user())));
  }

  private Held write(Identity identity, String certificate) {
    String name = "client-" + held.size();
    try {
      PemFiles.write(folder, name, identity, trust);
      // ssh finds the key that belongs to a certificate by its public half.
      Files.writeString(
          folder.resolve(name + ".key.pub"), SshKeys.line(identity.leaf().getPublicKey()) + "\n");
      Path file = folder.resolve(name + "-cert.pub");
      Files.writeString(file, certificate + "\n");
      return new Held(folder.resolve(name + ".key"), file);
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of " + identity + " cannot be written: " + e, e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("keys are left in " + folder + ": " + e.getMessage(), e);
    }
  }
}
