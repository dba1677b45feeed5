package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.MachineSpec;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A server that is being made: how far it has come, and what the machine needs to know. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Deployment {

    @Id
    private UUID serverId;

    private UUID accountId;
    private String hostname;
    private int cores;
    private int memoryMib;

    @Nullable
    private String passwordHash;

    private List<String> sshKeys;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Nullable
    private String reason;

    private Instant giveUpAt;

    protected Deployment() {}

    Deployment(DeploymentOrder order, Instant giveUpAt) {
        this.serverId = order.serverId();
        this.accountId = order.accountId();
        this.hostname = order.hostname();
        this.cores = order.cores();
        this.memoryMib = order.memoryMib();
        this.passwordHash = order.passwordHash();
        this.sshKeys = order.sshKeys();
        live(Saga.begin(giveUpAt));
    }

    Saga saga() {
        return new Saga(step, reason, giveUpAt);
    }

    /** Goes on; the hash does not stay longer than it is needed. */
    void live(Saga next) {
        step = next.step();
        reason = next.reason();
        giveUpAt = next.giveUpAt();
        passwordHash = next.needsHash() ? passwordHash : null;
    }

    MachineSpec machine(List<UUID> disks) {
        return new MachineSpec(serverId, hostname, cores, memoryMib, disks, passwordHash, sshKeys);
    }

    UUID serverId() {
        return serverId;
    }

    UUID accountId() {
        return accountId;
    }

    String reason() {
        return reason == null ? "" : reason;
    }
}
