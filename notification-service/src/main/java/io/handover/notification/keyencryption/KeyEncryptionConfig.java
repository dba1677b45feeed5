package io.handover.notification.keyencryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where key-encryption keys are kept, and for how long. */
@ConfigMapping(prefix = "handover.key-encryption")
public interface KeyEncryptionConfig {

    /** Where they are kept. */
    @WithDefault("file")
    Provider provider();

    /** How old one gets before its successor takes over and it is destroyed. */
    @WithDefault("1H")
    Duration period();

    /** {@code file}: the folder, which all replicas share and nobody else may read. */
    @WithDefault("${user.home}/.handover/key-encryption")
    Path folder();

    /** {@code vault}: where its transit engine is mounted. */
    @WithDefault("transit")
    String vaultMount();

    /** {@code vault}: the beginning of the keys' names. Keys that begin so and are not in use are deleted. */
    @WithDefault("handover-")
    String vaultPrefix();

    /** The places that there are. */
    enum Provider {
        /** A folder. */
        FILE,
        /** The transit engine of HashiCorp Vault or OpenBao. */
        VAULT
    }
}
