package io.handover.test.caller;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * Stands where identity-service stands for the others: offers {@code /jwks.json} (RFC 7517), so that a service under
 * test fetches its keys as it does in earnest. Its private key is handed to {@link TestCallers} by configuration.
 */
public final class Issuer {

    static final String KEY_ID = "test";

    private final KeyPair keys = keys();
    private final HttpServer server = server();

    /** Starts to answer. */
    public void start() {
        byte[] keySet = keySet().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks.json", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keySet.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keySet);
            }
        });
        server.start();
    }

    /** The issuer's name, and where its keys are found. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The private key, PKCS #8 in Base64. */
    public String signingKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    /** Ends answering. */
    public void stop() {
        server.stop(0);
    }

    private String keySet() {
        try {
            var key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(keys.getPublic());
            key.setKeyId(KEY_ID);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return new JsonWebKeySet(key).toJson();
        } catch (org.jose4j.lang.JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for the issuer", failed);
        }
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
