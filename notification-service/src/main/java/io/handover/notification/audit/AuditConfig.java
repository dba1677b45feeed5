package io.handover.notification.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "handover.audit")
interface AuditConfig {

    /** How many exports may be under way at a time; 503 beyond. */
    @WithDefault("8")
    int exportsMax();

    /** How long the database may take for a page of an export. */
    @WithDefault("10s")
    Duration pageTimeout();

    /** How old a checkpoint may be that others have not heard of. */
    @WithDefault("1m")
    Duration announceEvery();

    /**
     * The file with the key that signs checkpoints: PKCS #8 in PEM (RFC 8410), for its owner's eyes only. Made at the
     * first start if it is not there.
     */
    @WithDefault("${user.home}/.handover/audit-signing-key.pem")
    Path signingKey();

    /** A file with the public halves of the keys that signed before it, one a line. */
    Optional<Path> formerKeys();
}
