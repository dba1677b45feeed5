package io.handover.notification.keyencryption;

import io.quarkus.vault.client.VaultClientException;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransit;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitCreateKeyParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitDecryptParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitEncryptParams;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitEncryptResultData;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitKeyType;
import io.quarkus.vault.client.api.secrets.transit.VaultSecretsTransitUpdateKeyParams;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * AES-256-GCM keys in the transit engine of HashiCorp Vault or OpenBao: a named key each, not versions of one, so that
 * deleting it leaves nothing of it there. It never leaves the engine.
 */
final class VaultKeys implements KeyEncryptionKeys {

    private static final int NOT_FOUND = 404;

    private final VaultSecretsTransit transit;
    private final String prefix;

    VaultKeys(VaultSecretsTransit transit, String prefix) {
        this.transit = transit;
        this.prefix = prefix;
    }

    @Override
    public Uni<List<UUID>> list() {
        return ask(transit::listKeys)
                .onFailure(VaultKeys::isNotFound)
                .recoverWithItem(List.of())
                .map(names -> names.stream()
                        .filter(name -> name.startsWith(prefix))
                        .map(name -> UUID.fromString(name.substring(prefix.length())))
                        .toList());
    }

    @Override
    public Uni<Void> make(UUID keyId) {
        var wish = new VaultSecretsTransitCreateKeyParams()
                .setType(VaultSecretsTransitKeyType.AES256_GCM96)
                .setExportable(false)
                .setAllowPlaintextBackup(false);
        return ask(() -> transit.createKey(name(keyId), wish)).replaceWithVoid();
    }

    @Override
    public Uni<byte[]> wrap(UUID keyId, byte[] secret, byte[] context) {
        var wish = new VaultSecretsTransitEncryptParams().setPlaintext(secret).setAssociatedData(context);
        return ask(() -> transit.encrypt(name(keyId), wish))
                .map(VaultSecretsTransitEncryptResultData::getCiphertext)
                .map(ciphertext -> ciphertext.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Uni<byte[]> unwrap(UUID keyId, byte[] wrapped, byte[] context) {
        var wish = new VaultSecretsTransitDecryptParams()
                .setCiphertext(new String(wrapped, StandardCharsets.US_ASCII))
                .setAssociatedData(context);
        return ask(() -> transit.decrypt(name(keyId), wish));
    }

    /** The engine deletes no key that it was not told may go. */
    @Override
    public Uni<Void> destroy(UUID keyId) {
        var mayGo = new VaultSecretsTransitUpdateKeyParams().setDeletionAllowed(true);
        return ask(() -> transit.updateKey(name(keyId), mayGo))
                .chain(() -> ask(() -> transit.deleteKey(name(keyId))))
                .onFailure(VaultKeys::isGone)
                .recoverWithNull();
    }

    private String name(UUID keyId) {
        return prefix + keyId;
    }

    /** Vault's client answers on a thread of its own. */
    private static <T> Uni<T> ask(Supplier<CompletionStage<T>> request) {
        return Uni.createFrom().deferred(() -> {
            Uni<T> asked = Uni.createFrom().completionStage(request);
            Context context = Vertx.currentContext();
            return context == null ? asked : asked.emitOn(MutinyHelper.executor(context));
        });
    }

    /** An empty list is not found, in Vault's words. */
    private static boolean isNotFound(Throwable failure) {
        return failure instanceof VaultClientException refused && refused.getStatus() == NOT_FOUND;
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof VaultClientException refused && refused.hasErrorContaining("no existing key");
    }
}
