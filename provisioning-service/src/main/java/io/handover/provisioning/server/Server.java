package io.handover.provisioning.server;

import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A server of an account: what it is, and how it goes from one state to the next. */
@Entity
@SqlResultSetMapping(
        name = Server.WITH_TAGS,
        entities = @EntityResult(entityClass = Server.class),
        columns = @ColumnResult(name = "tags", type = String.class))
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Server {

    /** Rows of a server and the names of its tags, parted by commas; null when it has none. */
    static final String WITH_TAGS = "ServerWithTags";

    @Id
    private UUID serverId;

    private UUID accountId;
    private String hostname;
    private String title;
    private String zone;
    private String plan;
    private int coreNumber;
    private int memoryAmount;

    @Enumerated(EnumType.STRING)
    private ServerState state;

    /** What its machine is being told, until it is done. */
    @Nullable
    @Enumerated(EnumType.STRING)
    private Power power;

    @Embedded
    private ServerSettings settings;

    private String labels;

    @Nullable
    private String sshHost;

    @Nullable
    private Integer sshPort;

    private Instant createdAt;

    protected Server() {}

    Server(UUID accountId, UUID serverId, ServerForm form, Instant createdAt) {
        this.accountId = accountId;
        this.serverId = serverId;
        this.state = ServerState.MAINTENANCE;
        this.createdAt = createdAt;
        change(form);
    }

    /** What it is now, to be changed. */
    ServerForm form() {
        return new ServerForm(hostname, title, zone, plan, coreNumber, memoryAmount, Labels.read(labels), settings);
    }

    /** Takes what it is to be; only a stopped server changes its size. */
    final void change(ServerForm form) {
        boolean resized = form.coreNumber() != coreNumber || form.memoryAmount() != memoryAmount;
        if (resized && coreNumber > 0 && state != ServerState.STOPPED) {
            throw ServerRefusals.wrongState(state, ServerState.STOPPED);
        }
        hostname = form.hostname();
        title = form.title();
        zone = form.zone();
        plan = form.plan();
        coreNumber = form.coreNumber();
        memoryAmount = form.memoryAmount();
        labels = Labels.write(form.labels());
        settings = form.settings();
    }

    /** It counts as started at once; its machine follows. */
    void start() {
        refuseUnless(ServerState.STOPPED);
        state = ServerState.STARTED;
        power = Power.START;
    }

    /** It stays started until its machine has stopped. */
    void stop() {
        refuseUnless(ServerState.STARTED);
        power = Power.STOP;
    }

    void restart() {
        refuseUnless(ServerState.STARTED);
        if (power == Power.STOP) {
            throw ServerRefusals.stopping();
        }
        power = power == Power.START ? Power.START : Power.RESTART;
    }

    ServerDeleted delete() {
        if (state != ServerState.STOPPED && state != ServerState.ERROR) {
            throw ServerRefusals.wrongState(state, ServerState.STOPPED);
        }
        return new ServerDeleted(accountId, serverId);
    }

    ServerDeployed deployed(Machine machine, String sshUser) {
        state = ServerState.STARTED;
        moved(machine);
        return new ServerDeployed(accountId, serverId, hostname, machine.sshHost(), machine.sshPort(), sshUser);
    }

    ServerDeploymentFailed deploymentFailed(String reason) {
        state = ServerState.ERROR;
        return new ServerDeploymentFailed(accountId, serverId, reason);
    }

    /** Its machine did as it was told; nothing follows if it has been told something else meanwhile. */
    Optional<ServerEvent> obeyed(Power told, Machine machine) {
        moved(machine);
        if (power != told) {
            return Optional.empty();
        }
        power = null;
        return switch (told) {
            case START -> Optional.of(new ServerStarted(accountId, serverId));
            case STOP -> {
                state = ServerState.STOPPED;
                yield Optional.of(new ServerStopped(accountId, serverId));
            }
            case RESTART -> Optional.empty();
        };
    }

    /** Its machine refuses to do as it was told. */
    void disobeyed() {
        state = ServerState.ERROR;
        power = null;
    }

    ServerRequested requested(UUID requestedBy) {
        return new ServerRequested(accountId, serverId, requestedBy, hostname, zone, plan);
    }

    UUID id() {
        return serverId;
    }

    UUID accountId() {
        return accountId;
    }

    String hostname() {
        return hostname;
    }

    List<Label> labels() {
        return Labels.read(labels);
    }

    Optional<Power> power() {
        return Optional.ofNullable(power);
    }

    /** Where to log in; refused until that is known. */
    Login login() {
        if (sshHost == null || sshPort == null) {
            throw ServerRefusals.noAddress();
        }
        return new Login(sshHost, sshPort);
    }

    /** As a list shows it. */
    ServerItem item(List<String> tags) {
        return ServerItem.of(form(), state, tags, serverId, createdAt);
    }

    ServerNetwork network() {
        return ServerNetwork.of(serverId, settings.interfaces(), sshHost);
    }

    private void moved(Machine machine) {
        sshHost = machine.sshHost();
        sshPort = machine.sshPort();
    }

    private void refuseUnless(ServerState wanted) {
        if (state != wanted) {
            throw ServerRefusals.wrongState(state, wanted);
        }
    }
}
