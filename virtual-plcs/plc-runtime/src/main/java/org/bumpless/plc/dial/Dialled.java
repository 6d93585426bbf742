package org.bumpless.plc.dial;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.bumpless.plc.passage.DeadlineSocket;

/**
 * A connection of a measuring client, ready to speak.
 *
 * @param socket what is spoken on: the TLS layer if there is one, else the bounded socket itself
 * @param bounded sets the moment at which reads give up
 * @param in from the far end, decrypted
 * @param out to the far end, before encryption
 */
public record Dialled(Socket socket, DeadlineSocket bounded, InputStream in, OutputStream out) {}
