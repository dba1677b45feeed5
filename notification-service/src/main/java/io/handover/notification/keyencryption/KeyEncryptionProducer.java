package io.handover.notification.keyencryption;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vault.client.VaultClient;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Picks the provider that the configuration names. */
@Singleton
class KeyEncryptionProducer {

    /** A folder that others may use stops the start, not the first delivery. */
    void open(@Observes StartupEvent event, KeyEncryptionKeys keys) {
        Log.infof("key-encryption keys are kept by %s", keys.getClass().getSimpleName());
    }

    @Produces
    @Singleton
    KeyEncryptionKeys keys(KeyEncryptionConfig config, Vertx vertx, Instance<VaultClient> vault) {
        return switch (config.provider()) {
            case FILE -> new FileKeys(KeyFolder.open(config.folder()), vertx);
            case VAULT -> new VaultKeys(vault.get().secrets().transit(config.vaultMount()), config.vaultPrefix());
        };
    }
}
