package io.handover.identity.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/** An RSA key that signs access tokens from some time on, until its successor does. */
@Entity
@Table(name = "signing_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class SigningKey {

    @Id
    private String keyId;

    private byte[] privateKey;
    private byte[] publicKey;
    private Instant signsFrom;

    SigningKey() {}

    SigningKey(String keyId, KeyPair keys, Instant signsFrom) {
        this.keyId = keyId;
        this.privateKey = keys.getPrivate().getEncoded();
        this.publicKey = keys.getPublic().getEncoded();
        this.signsFrom = signsFrom;
    }

    String id() {
        return keyId;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(privateKey));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing key " + keyId + " is broken", broken);
        }
    }

    /** The public half (RFC 7517). */
    Map<String, Object> jwk() {
        try {
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
            var jwk = new RsaJsonWebKey(key);
            jwk.setKeyId(keyId);
            jwk.setAlgorithm("RS256");
            jwk.setUse("sig");
            return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing key " + keyId + " is broken", broken);
        }
    }
}
