package org.bumpless.runner.access;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.Passage;

/**
 * The way by an SSH server, asked for a TCP connection to the controller (RFC 4254, 7.2) by the
 * OpenSSH client of the host. Each connection is a session of its own.
 */
final class SshPassage implements Passage {
  private static final int MILLIS = 1_000;

  private final SshPrograms programs;
  private final SshKeyring keyring;
  private final Jump jump;

  /**
   * What is asked of whom.
   *
   * @param target the controller
   * @param user who logs in
   * @param product the name in the host certificate of the server
   * @param keys what the client shows; empty if it has nothing to show
   */
  record Jump(
      InetSocketAddress target, String user, String product, Optional<SshKeyring.Held> keys) {}

  SshPassage(SshPrograms programs, SshKeyring keyring, Jump jump) {
    this.programs = programs;
    this.keyring = keyring;
    this.jump = jump;
  }

  @Override
  public Socket pass(Departure departure) throws IOException {
    return new SshProcess(programs.shell(), command(departure)).open(departure);
  }

  private List<String> command(Departure departure) throws IOException {
    List<String> command = new ArrayList<>(List.of(programs.ssh(), "-F", "none", "-T"));
    option(command, "BatchMode=yes");
    option(command, "LogLevel=DEBUG2");
    option(command, "StrictHostKeyChecking=yes");
    option(command, "GlobalKnownHostsFile=none");
    option(command, "UserKnownHostsFile=" + keyring.knownHosts());
    option(command, "HostKeyAlias=" + jump.product());
    option(command, "BindAddress=" + departure.origin().local().getHostAddress());
    option(command, "ConnectTimeout=" + (departure.millisLeft() + MILLIS - 1) / MILLIS);
    option(command, "IdentitiesOnly=yes");
    option(command, "IdentityAgent=none");
    option(command, "PreferredAuthentications=publickey");
    if (jump.keys().isPresent()) {
      command.addAll(List.of("-i", jump.keys().get().key().toString()));
      option(command, "CertificateFile=" + jump.keys().get().certificate());
    } else {
      option(command, "IdentityFile=none");
    }
    InetSocketAddress gate = departure.dial();
    command.addAll(List.of("-p", Integer.toString(gate.getPort())));
    command.addAll(List.of("-W", Places.of(jump.target())));
    command.addAll(List.of("-l", jump.user(), gate.getAddress().getHostAddress()));
    return command;
  }

  private static void option(List<String> command, String text) {
    command.addAll(List.of("-o", text));
  }
}
