package io.handover.notification.keyencryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.http.jdk.JDKVaultHttpClient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both providers keep the same promises. */
@QuarkusTest
class KeyEncryptionKeysTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "its row".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER_CONTEXT = "another row".getBytes(StandardCharsets.UTF_8);
    private static final FakeTransit TRANSIT = FakeTransit.start();

    @Inject
    Vertx vertx;

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        TRANSIT.stop();
    }

    @ParameterizedTest
    @EnumSource
    void unwrapsWhatItWrapped(KeyEncryptionConfig.Provider provider) {
        var keys = keys(provider);
        UUID key = made(keys);

        byte[] wrapped = get(keys.wrap(key, SECRET, CONTEXT));

        assertThat(get(keys.unwrap(key, wrapped, CONTEXT))).isEqualTo(SECRET);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource
    void unwrapsNothingInAnotherContextOrWithAnotherKey(KeyEncryptionConfig.Provider provider) {
        var keys = keys(provider);
        UUID key = made(keys);
        UUID other = made(keys);
        byte[] wrapped = get(keys.wrap(key, SECRET, CONTEXT));

        assertThatThrownBy(() -> get(keys.unwrap(key, wrapped, OTHER_CONTEXT))).isNotNull();
        assertThatThrownBy(() -> get(keys.unwrap(other, wrapped, CONTEXT))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void listsWhatExists(KeyEncryptionConfig.Provider provider) {
        var keys = keys(provider);
        get(keys.list()).forEach(left -> get(keys.destroy(left)));
        assertThat(get(keys.list())).isEmpty();
        UUID one = made(keys);
        UUID other = made(keys);

        assertThat(get(keys.list())).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @EnumSource
    void destroysForGood(KeyEncryptionConfig.Provider provider) {
        var keys = keys(provider);
        UUID key = made(keys);
        byte[] wrapped = get(keys.wrap(key, SECRET, CONTEXT));

        get(keys.destroy(key));
        get(keys.destroy(key));

        assertThat(get(keys.list())).doesNotContain(key);
        assertThatThrownBy(() -> get(keys.unwrap(key, wrapped, CONTEXT))).isNotNull();
        get(keys.make(key));
        assertThatThrownBy(() -> get(keys.unwrap(key, wrapped, CONTEXT))).isNotNull();
    }

    @Test
    void leavesTheKeysOfOthersInTheSameVaultAlone() {
        UUID others = made(vault("invoices-"));

        assertThat(get(vault("handover-").list())).doesNotContain(others);
    }

    @Test
    void saysWhenVaultIsAway() {
        var gone = FakeTransit.start();
        var keys = new VaultKeys(client(gone).secrets().transit(), "handover-");
        gone.stop();

        assertThatThrownBy(() -> get(keys.list())).isNotNull();
    }

    private KeyEncryptionKeys keys(KeyEncryptionConfig.Provider provider) {
        return switch (provider) {
            case FILE -> new FileKeys(KeyFolder.open(folder.resolve("keys")), vertx);
            case VAULT -> vault("handover-");
        };
    }

    private static VaultKeys vault(String prefix) {
        return new VaultKeys(client(TRANSIT).secrets().transit(), prefix);
    }

    private static VaultClient client(FakeTransit server) {
        return VaultClient.builder()
                .executor(new JDKVaultHttpClient(HttpClient.newHttpClient()))
                .baseUrl(server.url())
                .clientToken(FakeTransit.TOKEN)
                .build();
    }

    private static UUID made(KeyEncryptionKeys keys) {
        UUID key = UUID.randomUUID();
        get(keys.make(key));
        return key;
    }

    private static <T> T get(Uni<T> asked) {
        return asked.await().indefinitely();
    }
}
