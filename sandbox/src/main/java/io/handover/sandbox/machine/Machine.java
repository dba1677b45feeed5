package io.handover.sandbox.machine;

import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.shell.Guest;
import io.handover.sandbox.shell.Shells;
import io.handover.sandbox.ssh.AuthorizedKey;
import io.handover.sandbox.ssh.Doors;
import io.handover.sandbox.ssh.Login;
import io.handover.sandbox.ssh.OpenDoor;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** A machine in memory: what is kept of it, and its SSH server while it runs. Changed in its turn only. */
final class Machine implements Guest, Login {

    private final UUID id;
    private final List<PublicKey> keys;
    private final Clock clock;
    private final BiConsumer<UUID, char[]> passwordChange;
    private volatile KeptMachine kept;
    private volatile @Nullable OpenDoor door;
    private volatile Instant startedAt;

    Machine(UUID id, KeptMachine kept, Clock clock, BiConsumer<UUID, char[]> passwordChange) {
        this.id = id;
        this.kept = kept;
        this.keys = kept.sshKeys().stream()
                .map(AuthorizedKey::parse)
                .flatMap(Optional::stream)
                .toList();
        this.clock = clock;
        this.passwordChange = passwordChange;
        this.startedAt = clock.instant();
    }

    /** As it is: one that is to run may not, when something else has taken its address. */
    MachineView view() {
        return new MachineView(
                id, kept.facts().hostname(), state(), kept.facts().ssh());
    }

    UUID id() {
        return id;
    }

    KeptMachine kept() {
        return kept;
    }

    void keep(KeptMachine changed) {
        kept = changed;
    }

    void start(Doors doors) {
        if (door == null) {
            try {
                startedAt = clock.instant();
                door = doors.open(kept.facts().ssh(), kept.hostKey(), this, new Shells(this));
            } catch (IOException taken) {
                throw MachineRefusals.addressTaken(kept.facts().ssh().toString());
            }
        }
    }

    void stop() {
        OpenDoor open = door;
        if (open != null) {
            door = null;
            try {
                open.close();
            } catch (IOException late) {
                Log.warnf(late, "machine stopped late machineId=%s", id);
            }
        }
    }

    @Override
    public String hostname() {
        return kept.facts().hostname();
    }

    @Override
    public Duration uptime() {
        return Duration.between(startedAt, clock.instant());
    }

    @Override
    public void changePassword(char[] password) {
        passwordChange.accept(id, password);
    }

    @Override
    public boolean accepts(char[] password) {
        PasswordHash hash = kept.passwordHash();
        return hash != null && hash.matches(password);
    }

    @Override
    public boolean accepts(PublicKey key) {
        return keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
    }

    private MachineState state() {
        return door == null ? MachineState.STOPPED : MachineState.RUNNING;
    }
}
