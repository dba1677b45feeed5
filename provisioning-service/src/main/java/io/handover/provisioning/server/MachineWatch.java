package io.handover.provisioning.server;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.Machine;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds what becomes of machines behind Handover's back: somebody stops, starts or deletes one, or one goes by itself.
 * It looks where the back end says that something has happened, and at all of them now and then. What is found must
 * last for a moment: a guest that restarts is no stopped server.
 */
@ApplicationScoped
class MachineWatch {

    private static final int AT_A_TIME = 8;

    private final ComputeDriver compute;
    private final ServerLife servers;
    private final Unowned unowned;
    private final WatchConfig config;
    private final Vertx vertx;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private Cancellable listening = () -> {};

    MachineWatch(ComputeDriver compute, ServerLife servers, Unowned unowned, WatchConfig config, Vertx vertx) {
        this.compute = compute;
        this.servers = servers;
        this.unowned = unowned;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        listening = compute.changes()
                .onItem()
                .transformToUni(this::lookAt)
                .merge(AT_A_TIME)
                .subscribe()
                .with(done -> {}, failure -> Log.errorf("machines are not listened to error=%s", failure));
        vertx.setPeriodic(config.every().toMillis(), timer -> sweepUnlessOneIsUnderWay());
    }

    void stop(@Observes ShutdownEvent event) {
        listening.cancel();
    }

    /** Looks at all machines, and shows the tags of their servers at them. */
    Uni<Void> sweep() {
        return onItsOwn(own -> own.keep(compute.inventory())
                .chain(inventory -> own.keep(servers.otherThan(inventory.machines()))
                        .chain(this::lookAtAll)
                        .chain(() -> own.keep(unowned.report(inventory))))
                .chain(() -> own.keep(servers.tags()))
                .chain(compute::showTags));
    }

    private void sweepUnlessOneIsUnderWay() {
        if (sweeping.compareAndSet(false, true)) {
            sweep().onTermination()
                    .invoke(() -> sweeping.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> Log.warnf("machines are not compared error=%s", failure));
        }
    }

    private Uni<Void> lookAtAll(List<UUID> serverIds) {
        return Multi.createFrom()
                .iterable(serverIds)
                .onItem()
                .transformToUni(this::lookAt)
                .merge(AT_A_TIME)
                .onItem()
                .ignoreAsUni();
    }

    /** One that cannot be looked at is looked at with the next sweep. */
    private Uni<Void> lookAt(UUID serverId) {
        return onItsOwn(own -> look(serverId, own))
                .onFailure()
                .invoke(failure -> Log.warnf("machine is not looked at serverId=%s error=%s", serverId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(UUID serverId, OwnContext own) {
        return own.keep(servers.standing(serverId))
                .chain(standing -> standing.map(known -> compare(serverId, known, own))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** Twice, if need be: what is so only for a moment is not believed. */
    private Uni<Void> compare(UUID serverId, Life known, OwnContext own) {
        return differing(serverId, known, compute.machine(serverId))
                .chain(seen -> seen.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : own.keep(differing(serverId, known, later(serverId)))
                                .chain(again -> again.map(Supplier::get)
                                        .orElse(Uni.createFrom().voidItem())));
    }

    /** What is to be done when a machine is not as its server is known to be. */
    private Uni<Optional<Supplier<Uni<Void>>>> differing(UUID serverId, Life known, Uni<Optional<Machine>> looked) {
        return looked.map(machine -> known.found(machine.map(Machine::running)).equals(known)
                ? Optional.empty()
                : Optional.of(() -> servers.found(serverId, known, machine)));
    }

    private Uni<Optional<Machine>> later(UUID serverId) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(config.certainty())
                .chain(() -> compute.machine(serverId));
    }

    private <T> Uni<T> onItsOwn(Function<OwnContext, Uni<T>> work) {
        return Uni.createFrom().emitter(done -> OwnContext.run(vertx, work, done::complete, done::fail));
    }
}
