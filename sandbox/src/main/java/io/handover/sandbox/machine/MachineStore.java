package io.handover.sandbox.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import io.handover.sandbox.machine.KeptMachine.Facts;
import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.ssh.HostKey;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder per machine, with the files that a real one would have. */
@Singleton
class MachineStore {

    private static final String KIND = "machines";
    private static final String FACTS = "machine.json";
    private static final String SHADOW = "shadow";
    private static final String AUTHORIZED_KEYS = "authorized_keys";
    private static final String HOST_KEY = "ssh_host_ed25519_key";
    private static final String NO_PASSWORD = "*";

    private final StateFolder folder;
    private final ObjectMapper json;

    MachineStore(StateFolder folder, ObjectMapper json) {
        this.folder = folder;
        this.json = json;
    }

    List<UUID> ids() {
        return folder.list(KIND).stream().map(UUID::fromString).toList();
    }

    KeptMachine read(UUID id) {
        try {
            return new KeptMachine(
                    json.readValue(file(id, FACTS), Facts.class),
                    hash(text(id, SHADOW)),
                    text(id, AUTHORIZED_KEYS).lines().toList(),
                    HostKey.of(text(id, HOST_KEY)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void create(UUID id, KeptMachine machine) {
        folder.writeAll(
                Map.of(
                        FACTS, written(machine.facts()),
                        SHADOW, shadow(machine.passwordHash()),
                        AUTHORIZED_KEYS, utf8(String.join("\n", machine.sshKeys())),
                        HOST_KEY, utf8(machine.hostKey().reveal())),
                KIND,
                id.toString());
    }

    /** A machine has other facts from now on. */
    void keep(Machine machine, Facts facts) {
        if (!facts.equals(machine.facts())) {
            folder.write(written(facts), KIND, machine.id().toString(), FACTS);
            machine.keep(machine.kept().with(facts));
            Log.infof("machine changed machineId=%s state=%s", machine.id(), facts.state());
        }
    }

    /** A machine has another password from now on. */
    void keep(Machine machine, PasswordHash hash) {
        folder.write(shadow(hash), KIND, machine.id().toString(), SHADOW);
        machine.keep(machine.kept().withPassword(hash));
        Log.infof("password changed machineId=%s", machine.id());
    }

    void delete(UUID id) {
        folder.delete(KIND, id.toString());
    }

    private byte[] written(Facts facts) {
        try {
            return json.writeValueAsBytes(facts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] file(UUID id, String name) {
        return folder.read(KIND, id.toString(), name);
    }

    private String text(UUID id, String name) {
        return new String(file(id, name), StandardCharsets.UTF_8);
    }

    /** The line of shadow(5) for root, without the days of ageing. */
    private static byte[] shadow(@Nullable PasswordHash hash) {
        return utf8("root:" + (hash == null ? NO_PASSWORD : hash.reveal()) + "::::::::\n");
    }

    private static @Nullable PasswordHash hash(String shadow) {
        String field = shadow.split(":", 3)[1];
        return field.equals(NO_PASSWORD) ? null : PasswordHash.of(field);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
