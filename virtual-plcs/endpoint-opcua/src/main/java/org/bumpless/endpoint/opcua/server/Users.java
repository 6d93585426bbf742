package org.bumpless.endpoint.opcua.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.opcua.security.AuthorityValidator;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.identity.AbstractUsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.AbstractX509IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.DefaultUsernameIdentity;
import org.eclipse.milo.opcua.sdk.server.identity.DefaultX509UserIdentity;
import org.eclipse.milo.opcua.sdk.server.identity.Identity;
import org.eclipse.milo.opcua.sdk.server.identity.IdentityValidator;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;

/** Who may log in at a controller. */
final class Users {
  private Users() {}

  /**
   * Accepts user names with their passwords, and X.509 tokens that the plant's authorities issued;
   * anonymous users too, but an endpoint that has no policy for them does not let them come this
   * far.
   */
  static IdentityValidator validator(Map<String, String> users, AuthorityValidator authorities) {
    return new CompositeValidator(
        new ByName(users), new ByCertificate(authorities), AnonymousIdentityValidator.INSTANCE);
  }

  static boolean isAnonymous(Session session) {
    return session.getIdentity() instanceof Identity.AnonymousIdentity;
  }

  private static final class ByName extends AbstractUsernameIdentityValidator {
    private final Map<String, String> users;

    ByName(Map<String, String> users) {
      this.users = users;
    }

    @Override
    protected Identity.@Nullable UsernameIdentity authenticateUsernamePassword(
        Session session, String user, String password) {
      // An unknown user takes as long as a known one: there is always a comparison.
      byte[] expected = users.getOrDefault(user, "").getBytes(StandardCharsets.UTF_8);
      boolean same = MessageDigest.isEqual(expected, password.getBytes(StandardCharsets.UTF_8));
      return same && users.containsKey(user) ? new DefaultUsernameIdentity(user) : null;
    }
  }

  private static final class ByCertificate extends AbstractX509IdentityValidator {
    private final AuthorityValidator authorities;

    ByCertificate(AuthorityValidator authorities) {
      this.authorities = authorities;
    }

    @Override
    protected Identity.@Nullable X509UserIdentity authenticateCertificate(
        Session session, X509Certificate certificate) {
      try {
        authorities.validateCertificateChain(List.of(certificate), null, null);
        return new DefaultX509UserIdentity(certificate);
      } catch (UaException untrusted) {
        return null;
      }
    }
  }
}
