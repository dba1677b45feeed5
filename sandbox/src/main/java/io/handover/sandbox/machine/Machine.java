package io.handover.sandbox.machine;

import io.handover.sandbox.disk.Disk;
import io.handover.sandbox.disk.Disks;
import io.handover.sandbox.machine.KeptMachine.Facts;
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
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.jspecify.annotations.Nullable;

/** A machine in memory: what is kept of it, and its SSH server while it runs. Changed in its turn only. */
final class Machine implements Guest, Login {

    private final UUID id;
    private final List<PublicKey> keys;
    private final Disks disks;
    private final Clock clock;
    private final BiConsumer<UUID, char[]> passwordChange;
    private volatile KeptMachine kept;
    private volatile boolean listens = true;
    private volatile @Nullable OpenDoor door;
    private volatile Instant startedAt;
    private @Nullable UUID passwordId;

    Machine(UUID id, KeptMachine kept, Disks disks, Clock clock, BiConsumer<UUID, char[]> passwordChange) {
        this.id = id;
        this.kept = kept;
        this.keys = kept.sshKeys().stream()
                .map(AuthorizedKey::parse)
                .flatMap(Optional::stream)
                .toList();
        this.disks = disks;
        this.clock = clock;
        this.passwordChange = passwordChange;
        this.startedAt = clock.instant();
    }

    /** As it is: one that is to run may not, when something else has taken its address. */
    MachineView view() {
        Facts facts = facts();
        return new MachineView(
                id,
                facts.hostname(),
                facts.cores(),
                facts.memoryMib(),
                facts.disks(),
                state(),
                facts.ssh(),
                facts.unplug());
    }

    UUID id() {
        return id;
    }

    /** What is older than the last one is refused, as long as this process knows it. */
    void refuseOlder(@Nullable UUID otherPasswordId) {
        if (otherPasswordId == null) {
            return;
        }
        UUID last = passwordId;
        if (last != null && last.toString().compareTo(otherPasswordId.toString()) > 0) {
            throw MachineRefusals.overtaken();
        }
        passwordId = otherPasswordId;
    }

    KeptMachine kept() {
        return kept;
    }

    Facts facts() {
        return kept.facts();
    }

    void keep(KeptMachine changed) {
        kept = changed;
    }

    void start(Doors doors) {
        if (door == null) {
            try {
                startedAt = clock.instant();
                listens = true;
                door = doors.open(facts().ssh(), kept.hostKey(), this, new Shells(this));
            } catch (IOException taken) {
                throw MachineRefusals.addressTaken(facts().ssh().toString());
            }
        }
    }

    boolean isOn() {
        return door != null;
    }

    /** Or has stopped before. */
    boolean stopsWhenAsked() {
        return !isOn() || listens;
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
        return facts().hostname();
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
    public List<Disk> disks() {
        return attached().map(disks::find).flatMap(Optional::stream).toList();
    }

    @Override
    public void writeDisk(int place, String text) {
        attached().skip(place).findFirst().ifPresent(disk -> disks.write(disk, text));
    }

    @Override
    public boolean listens() {
        return listens;
    }

    @Override
    public void listen(boolean on) {
        listens = on;
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

    /** A disk that was deleted is as one that was pulled out. */
    private Stream<UUID> attached() {
        return facts().disks().stream().filter(disk -> disks.find(disk).isPresent());
    }

    private MachineState state() {
        return isOn() ? MachineState.RUNNING : MachineState.STOPPED;
    }
}
