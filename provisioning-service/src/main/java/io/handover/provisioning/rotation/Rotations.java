package io.handover.provisioning.rotation;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.credential.RootCredential;
import io.handover.provisioning.credential.RootCredentials;
import io.handover.provisioning.delivery.DeliveryState;
import io.handover.provisioning.delivery.Handover;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.handover.provisioning.delivery.PasswordDelivery;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.server.Guest;
import io.handover.provisioning.server.Servers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Where other passwords begin, for servers that are there. */
@ApplicationScoped
public class Rotations {

    private final RotationRepository rotations;
    private final PasswordDeliveries deliveries;
    private final RootCredentials credentials;
    private final Servers servers;
    private final RotationConfig config;
    private final Jobs jobs;
    private final Clock clock;

    Rotations(
            RotationRepository rotations,
            PasswordDeliveries deliveries,
            RootCredentials credentials,
            Servers servers,
            RotationConfig config,
            Jobs jobs,
            Clock clock) {
        this.rotations = rotations;
        this.deliveries = deliveries;
        this.credentials = credentials;
        this.servers = servers;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The answer shows the password if it is delivered by showing it; then it is wiped. */
    Uni<RotatedPassword> rotate(Caller caller, String serverId, DeliveryMethod method) {
        return Panache.withTransaction(() ->
                        servers.lockGuest(caller, serverId).chain(guest -> begin(handover(guest, caller, method))))
                .invoke(this::wake);
    }

    /**
     * Makes a server another password, in the present transaction, which has locked the server. Refused (409) while one
     * is on its way, and (503) while there is no key to seal it to.
     */
    public Uni<RotatedPassword> begin(Handover handover) {
        return refuseWhileOneIsUnderWay(handover.serverId())
                .chain(credentials::make)
                .chain(credential -> begin(handover, credential).onTermination().invoke(credential::close));
    }

    /** Tells, after the commit, that one has begun. */
    public void wake() {
        jobs.wake();
    }

    private Uni<RotatedPassword> begin(Handover handover, RootCredential credential) {
        return credentials
                .handOver(handover, credential)
                .call(delivery -> rotations.persist(new Rotation(
                        delivery, handover, credential.hash(), clock.instant().plus(config.patience()))))
                .call(delivery -> jobs.put(SetRootPassword.KIND, delivery))
                .map(delivery -> rotated(delivery, handover, credential));
    }

    private Uni<Void> refuseWhileOneIsUnderWay(UUID serverId) {
        return deliveries
                .newest(serverId)
                .chain(found -> found.map(this::refuseUnlessOver)
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** The last one has arrived or never will, and no machine is being told of it any more. */
    private Uni<Void> refuseUnlessOver(PasswordDelivery newest) {
        if (newest.state() == DeliveryState.PENDING) {
            throw RotationRefusals.onItsWay(newest.id(), newest.method());
        }
        return rotations
                .find(newest.id())
                .invoke(found -> found.ifPresent(beingSet -> {
                    throw RotationRefusals.beingSet(newest.id());
                }))
                .replaceWithVoid();
    }

    private static Handover handover(Guest guest, Caller caller, DeliveryMethod method) {
        return new Handover(
                guest.accountId(),
                guest.serverId(),
                guest.hostname(),
                caller.userId(),
                caller.username(),
                method,
                PasswordOccasion.ROTATION);
    }

    private static RotatedPassword rotated(UUID delivery, Handover handover, RootCredential credential) {
        boolean shown = handover.method() == DeliveryMethod.NONE;
        return new RotatedPassword(
                handover.serverId(),
                delivery,
                handover.method(),
                shown ? credential.password().reveal() : null);
    }
}
