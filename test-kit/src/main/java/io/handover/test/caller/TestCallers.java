package io.handover.test.caller;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.Claims;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Callers for tests, and their access tokens. */
public final class TestCallers {

    /** Configuration key under which {@link Issuer#signingKey()} is found. */
    public static final String SIGNING_KEY = "handover.test.signing-key";

    private TestCallers() {}

    /** A new main account named {@code ada...}. */
    public static Caller anAccount() {
        UUID id = UUID.randomUUID();
        return new Caller(id, id, "ada" + id.toString().substring(0, 8), true, Optional.empty(), true);
    }

    /** A new member of an account's workspace named {@code bob...}. */
    public static Caller aMemberOf(Caller account) {
        UUID id = UUID.randomUUID();
        return new Caller(
                account.accountId(), id, "bob" + id.toString().substring(0, 8), false, Optional.empty(), true);
    }

    /** A value for {@code Authorization}. */
    public static String bearer(Caller caller) {
        return bearer(caller, Long.MAX_VALUE);
    }

    /** The same for a session that began when so much had been said of the account. */
    public static String bearer(Caller caller, long accountVersion) {
        return "Bearer " + token(caller, accountVersion);
    }

    private static String token(Caller caller, long accountVersion) {
        var claims = Jwt.issuer(configured("handover.identity.url"))
                .subject(caller.userId().toString())
                .upn(caller.username())
                .groups(caller.main() ? Claims.MAIN : Claims.MEMBER)
                .audience("handover")
                .claim(Claims.ACCOUNT, caller.accountId().toString())
                .claim(Claims.CREATES_TOKENS, caller.createsTokens())
                .claim(Claims.ACCOUNT_VERSION, Long.toString(accountVersion))
                .expiresIn(Duration.ofMinutes(10));
        caller.tokenId().ifPresent(id -> claims.claim(Claims.TOKEN, id.toString()));
        return sign(claims);
    }

    /** A token with any claims, signed with the key that {@link Issuer} shows. */
    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(Issuer.KEY_ID).sign(signingKey());
    }

    private static PrivateKey signingKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(configured(SIGNING_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String configured(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
