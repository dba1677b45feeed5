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
        this.step = Step.DISKS;
        this.giveUpAt = giveUpAt;
    }

    /** Once the machine is made, it alone keeps the hash. */
    void goOn(Step next) {
        step = next;
        if (next == Step.LOGIN) {
            passwordHash = null;
        }
    }

    void undo(String why) {
        step = Step.UNDO;
        reason = why;
        passwordHash = null;
    }

    MachineSpec machine(List<UUID> disks) {
        return new MachineSpec(serverId, hostname, cores, memoryMib, disks, passwordHash, sshKeys);
    }

    boolean isUnderWay() {
        return step != Step.UNDO;
    }

    boolean isLate(Instant now) {
        return now.isAfter(giveUpAt);
    }

    UUID serverId() {
        return serverId;
    }

    UUID accountId() {
        return accountId;
    }

    Step step() {
        return step;
    }

    String reason() {
        return reason == null ? "" : reason;
    }
}
