package io.handover.provisioning.server;

import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.kit.refusal.Refusal;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import io.handover.provisioning.storage.DiskHost;
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

    @Nullable
    @Embedded
    private PowerOrder order;

    @Embedded
    private ServerSettings settings;

    private String labels;

    @Nullable
    private UUID serverGroup;

    @Nullable
    private String sshHost;

    @Nullable
    private Integer sshPort;

    private Instant createdAt;

    protected Server() {}

    Server(UUID accountId, UUID serverId, ServerForm form, Instant createdAt) {
        this.accountId = accountId;
        this.serverId = serverId;
        this.createdAt = createdAt;
        live(Life.BEGINNING);
        become(form);
    }

    /** What it is now, to be changed. */
    ServerForm form() {
        return new ServerForm(hostname, title, zone, plan, coreNumber, memoryAmount, Labels.read(labels), settings);
    }

    /** Takes what it is to be; only a stopped server changes its size or moves. */
    void change(ServerForm form) {
        if (form.needsStop(form())) {
            life().refuseUnless(ServerState.STOPPED);
        }
        become(form);
    }

    private void become(ServerForm form) {
        hostname = form.hostname();
        title = form.title();
        zone = form.zone();
        plan = form.plan();
        coreNumber = form.coreNumber();
        memoryAmount = form.memoryAmount();
        labels = Labels.write(form.labels());
        settings = form.settings();
    }

    void start(boolean async, Instant now) {
        live(life().start(async, now));
    }

    void stop(StopRequest how, Instant now) {
        live(life().stop(how, now));
    }

    void restart(StopRequest how, Instant now) {
        live(life().restart(how, now));
    }

    /** Moves to another zone, if it is stopped. */
    void relocate(String elsewhere) {
        life().refuseUnless(ServerState.STOPPED);
        zone = elsewhere;
    }

    /** Belongs to a group from now on; it can be one only. */
    void join(UUID groupId) {
        if (serverGroup != null && !serverGroup.equals(groupId)) {
            throw ServerRefusals.inAnotherGroup(serverId);
        }
        serverGroup = groupId;
    }

    /** Why nothing of it can be cancelled. */
    Refusal notCancellable() {
        return state == ServerState.MAINTENANCE
                ? ServerRefusals.notCancellable()
                : ServerRefusals.wrongState(state, ServerState.MAINTENANCE);
    }

    ServerDeleted delete() {
        if (state != ServerState.STOPPED && state != ServerState.ERROR) {
            throw ServerRefusals.wrongState(state, ServerState.STOPPED);
        }
        return deleted();
    }

    /** What is said of it, whatever state it was in. */
    ServerDeleted deleted() {
        return new ServerDeleted(accountId, serverId);
    }

    ServerDeployed deployed(Machine machine, String sshUser) {
        live(life().deployed());
        moved(machine);
        return new ServerDeployed(accountId, serverId, hostname, machine.sshHost(), machine.sshPort(), sshUser);
    }

    ServerDeploymentFailed deploymentFailed(String reason) {
        live(life().deploymentFailed());
        return new ServerDeploymentFailed(accountId, serverId, reason);
    }

    /** What its machine did about an order, and what is to be said of it. */
    Optional<ServerEvent> after(PowerOrder told, PowerDecision decision) {
        Life before = life();
        live(before.after(told, decision));
        boolean done = !before.equals(life()) && decision instanceof PowerDecision.Obeyed;
        return done ? said(told.power()) : Optional.empty();
    }

    /** What its machine is found to do, unless something was asked of it since; and what is to be said of it. */
    Optional<ServerEvent> found(Life known, Optional<Machine> machine) {
        if (!life().equals(known)) {
            return Optional.empty();
        }
        boolean wasStarted = isStarted();
        live(known.found(machine.map(Machine::running)));
        machine.ifPresent(this::moved);
        return wasStarted == isStarted() ? Optional.empty() : said(wasStarted ? Power.STOP : Power.START);
    }

    /** Where it is logged in to by now. */
    void moved(Machine machine) {
        sshHost = machine.sshHost();
        sshPort = machine.sshPort();
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

    String zone() {
        return zone;
    }

    boolean isStarted() {
        return state == ServerState.STARTED;
    }

    /** As the host of disks; refused while its machine is being made, or is in disorder. */
    DiskHost diskHost() {
        if (state != ServerState.STARTED && state != ServerState.STOPPED) {
            throw ServerRefusals.wrongState(state, ServerState.STOPPED);
        }
        return new DiskHost(
                serverId,
                zone,
                state == ServerState.STOPPED,
                settings.interfaces().size());
    }

    /** As a guest that can be given a password; refused while its machine is being made, or is in disorder. */
    Guest guest() {
        return switch (state) {
            case STARTED, STOPPED -> new Guest(accountId, serverId, hostname);
            case MAINTENANCE -> throw ServerRefusals.takesNoPasswordYet();
            case ERROR -> throw ServerRefusals.takesNoPassword();
        };
    }

    List<Label> labels() {
        return Labels.read(labels);
    }

    Optional<PowerTask> task() {
        return life().order().map(told -> new PowerTask(told, coreNumber, memoryAmount));
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
        return ServerItem.of(form(), state, tags, serverId, serverGroup, createdAt);
    }

    ServerNetwork network() {
        return ServerNetwork.of(serverId, settings.interfaces(), sshHost);
    }

    private Optional<ServerEvent> said(Power done) {
        return switch (done) {
            case START -> Optional.of(new ServerStarted(accountId, serverId));
            case STOP -> Optional.of(new ServerStopped(accountId, serverId));
            case RESTART -> Optional.empty();
        };
    }

    Life life() {
        return new Life(state, Optional.ofNullable(order));
    }

    private void live(Life next) {
        state = next.state();
        order = next.order().orElse(null);
    }
}
