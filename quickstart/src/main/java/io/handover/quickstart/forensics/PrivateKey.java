package io.handover.quickstart.forensics;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.provisioning.PasswordGenerated;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** What opens the box of one password. */
record PrivateKey(HybridDecrypt hpke) {

    private static final Configuration TINK = HybridConfig2026.get();

    /** Empty when this is no key in the clear. */
    static Optional<PrivateKey> parse(byte[] keyset) {
        try {
            return Optional.of(
                    new PrivateKey(TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), TINK)
                            .getPrimitive(TINK, HybridDecrypt.class)));
        } catch (GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    /** The password, if its box was sealed to this key. */
    Optional<String> open(PasswordGenerated sealed) {
        try {
            byte[] box = Base64.getDecoder().decode(sealed.sealedBox());
            return Optional.of(new String(hpke.decrypt(box, sealed.context().bytes()), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException doesNotOpen) {
            return Optional.empty();
        }
    }
}
