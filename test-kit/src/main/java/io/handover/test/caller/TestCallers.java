package io.handover.test.caller;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.Claims;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Callers for tests, and their access tokens. */
public final class TestCallers {

    /** The issuer that a service under test trusts. */
    public static final String ISSUER = "http://identity.example.org";

    private static final KeyPair KEYS = keys();

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
        return "Bearer " + token(caller);
    }

    /** The public half of the key that signs, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static String token(Caller caller) {
        var claims = Jwt.issuer(ISSUER)
                .subject(caller.userId().toString())
                .upn(caller.username())
                .groups(caller.main() ? Claims.MAIN : Claims.MEMBER)
                .audience("handover")
                .claim(Claims.ACCOUNT, caller.accountId().toString())
                .claim(Claims.CREATES_TOKENS, caller.createsTokens())
                .expiresIn(Duration.ofMinutes(10));
        caller.tokenId().ifPresent(id -> claims.claim(Claims.TOKEN, id.toString()));
        return claims.jws().keyId("test").sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
