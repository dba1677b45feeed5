package io.handover.provisioning.tag;

import io.handover.events.Topics;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.version.AccountVersions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * Permissions on the former name of a tag, until permission-service has moved them: it grants the new name before it
 * revokes the old one, so all have arrived when none is left.
 */
@ApplicationScoped
class RenamedTags {

    private static final Duration STEP = Duration.ofMillis(25);

    private final AccessGrants grants;
    private final AccountVersions versions;
    private final TagConfig config;

    RenamedTags(AccessGrants grants, AccountVersions versions, TagConfig config) {
        this.grants = grants;
        this.versions = versions;
        this.config = config;
    }

    /** Until whoever controlled servers by the former name does by the new one; 503 when that takes too long. */
    Uni<Void> awaitMoved(UUID accountId, String formerName) {
        return await(accountId, formerName, (int) config.renamePatience().dividedBy(STEP))
                .chain(() -> Panache.withSession(() -> versions.tell(accountId, Topics.PERMISSION_PERMISSION)));
    }

    private Uni<Void> await(UUID accountId, String formerName, int attempts) {
        return Panache.withSession(() -> grants.hasGrantsOnTag(accountId, formerName))
                .chain(left -> {
                    if (!left) {
                        return Uni.createFrom().voidItem();
                    }
                    if (attempts == 0) {
                        return Uni.createFrom()
                                .failure(Refusal.busy("The tag is renamed; its permissions are on their way."));
                    }
                    return pause().chain(() -> await(accountId, formerName, attempts - 1));
                });
    }

    private static Uni<Void> pause() {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .emitter(step -> context.owner()
                        .setTimer(STEP.toMillis(), timer -> context.runOnContext(ignored -> step.complete(null))));
    }
}
