package io.handover.provisioning.rotation;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Gives a server's machine its new password: set first, said in one transaction with the end of the hash, and only then
 * sent. Whoever takes over from a replica that died sets it once more.
 */
@ApplicationScoped
class SetRootPassword implements JobHandler {

    static final String KIND = "set-root-password";

    private final RotationLife rotations;
    private final ComputeDriver compute;
    private final Clock clock;

    SetRootPassword(RotationLife rotations, ComputeDriver compute, Clock clock) {
        this.rotations = rotations;
        this.compute = compute;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return own.keep(rotations.standing(job.subjectId()))
                .chain(found -> found.map(standing -> work(standing, own))
                        .orElse(Uni.createFrom().item(new Progress.Done())));
    }

    private Uni<Progress> work(RotationLife.Standing standing, OwnContext own) {
        return own.keep(decide(standing))
                .chain(decision -> follow(standing.rotation().id(), decision));
    }

    private Uni<Decision> decide(RotationLife.Standing standing) {
        return standing.inVain()
                .<Uni<Decision>>map(why -> Uni.createFrom().item(new Decision.GiveUp(why)))
                .orElseGet(() -> attempt(standing.rotation()));
    }

    private Uni<Decision> attempt(Rotation rotation) {
        return compute.setRootPassword(rotation.serverId(), rotation.id(), rotation.passwordHash())
                .onFailure()
                .invoke(failure -> Log.warnf(
                        "root password is not set serverId=%s deliveryId=%s error=%s",
                        rotation.serverId(), rotation.id(), failure))
                .onItemOrFailure()
                .transform((done, failure) -> Decision.after(failure, rotation.isLate(clock.instant())));
    }

    private Uni<Progress> follow(UUID deliveryId, Decision decision) {
        return switch (decision) {
            case Decision.Set() -> rotations.wasSet(deliveryId).replaceWith(new Progress.Done());
            case Decision.GiveUp(String reason) ->
                rotations.wasNotSet(deliveryId, reason).replaceWith(new Progress.Done());
            case Decision.TryAgain() -> Uni.createFrom().item(new Progress.Later());
        };
    }
}
