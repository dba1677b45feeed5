package io.handover.identity.signin;

import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Another OpenID provider, whose word is taken on who somebody is. Signature, issuer, audience and age are Quarkus' to
 * check.
 */
@ApplicationScoped
class OpenIdProvider {

    private final TenantIdentityProvider tokens;
    private final ProviderConfig config;

    OpenIdProvider(@Tenant("provider") TenantIdentityProvider tokens, ProviderConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    /** Whom the provider says a token is of; refused unless it is the provider's, meant for Handover, and not over. */
    Uni<Proof> verify(Secret jwt) {
        if (!config.enabled()) {
            throw SigninRefusals.authenticationFailed();
        }
        return tokens.authenticate(new AccessTokenCredential(jwt.reveal()))
                .onFailure(AuthenticationFailedException.class)
                .transform(wrong -> SigninRefusals.authenticationFailed())
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(OpenIdProvider::unavailable)
                .map(this::proof);
    }

    private Proof proof(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(config.claim()) instanceof String username
                && !username.isEmpty()) {
            return new Proof(username, Instant.ofEpochSecond(token.getExpirationTime()));
        }
        throw SigninRefusals.authenticationFailed();
    }

    private static Refusal unavailable(Throwable failure) {
        Log.warnf("OpenID provider unavailable error=%s", failure.getClass().getSimpleName());
        return Refusal.busy("The OpenID provider cannot be asked. Try again.");
    }

    /**
     * What a token says.
     *
     * @param until when it is over
     */
    record Proof(String username, Instant until) {}
}
