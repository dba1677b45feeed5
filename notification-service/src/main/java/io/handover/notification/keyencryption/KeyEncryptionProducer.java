package io.handover.notification.keyencryption;

import io.quarkus.vault.client.VaultClient;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Picks the provider that the configuration names. */
@Singleton
class KeyEncryptionProducer {

    @Produces
    @Singleton
    KeyEncryptionKeys keys(KeyEncryptionConfig config, Vertx vertx, Instance<VaultClient> vault) {
        return switch (config.provider()) {
            case FILE -> new FileKeys(KeyFolder.open(config.folder()), vertx);
            case VAULT -> new VaultKeys(vault.get().secrets().transit(config.vaultMount()), config.vaultPrefix());
        };
    }
}
