package org.bumpless.endpoint.opcua.client;

import org.bumpless.endpoint.opcua.security.AuthorityValidator;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;

/** User identity tokens for whoever logs in (OPC 10000-4, 7.41). */
final class Logins {
  private Logins() {}

  /**
   * The tokens of a login.
   *
   * @param authorities whom a server must come from before a password is encrypted for it on a
   *     channel without security
   */
  static IdentityProvider of(Login login, AuthorityValidator authorities) {
    return switch (login) {
      case Login.Anonymous ignored -> new AnonymousProvider();
      case Login.UserName(String name, String password) ->
          new UsernameProvider(name, password, authorities);
      case Login.Certificate certificate ->
          new X509IdentityProvider(certificate.identity().leaf(), certificate.identity().key());
    };
  }
}
