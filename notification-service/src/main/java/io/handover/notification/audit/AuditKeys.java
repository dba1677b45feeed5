package io.handover.notification.audit;

import io.handover.events.audit.SigningKey;
import io.handover.events.audit.VerifierKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The key that signs checkpoints, and those that did before; read at the start, which fails without. */
@Startup
@ApplicationScoped
class AuditKeys {

    private final Signer signer;

    AuditKeys(AuditConfig config) {
        this.signer = read(config);
    }

    Signer signer() {
        return signer;
    }

    static Signer read(AuditConfig config) {
        SigningKey current = SigningKeyFile.open(config.signingKey());
        List<VerifierKey> former =
                config.formerKeys().map(SigningKeyFile::publicKeys).orElse(List.of());
        return new Signer(
                current,
                Stream.concat(Stream.of(current.verifier()), former.stream()).toList());
    }

    /**
     * Who signs.
     *
     * @param known the public halves of all keys that ever signed, the current one first
     */
    record Signer(SigningKey key, List<VerifierKey> known) {}
}
