package io.handover.provisioning.deployment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

@ApplicationScoped
class DeploymentRepository {

    Uni<Void> persist(Deployment deployment) {
        return Panache.getSession().chain(session -> session.persist(deployment).call(session::flush));
    }

    Uni<Void> remove(Deployment deployment) {
        return Panache.getSession().chain(session -> session.remove(deployment));
    }

    Uni<Optional<Deployment>> find(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Deployment.class, serverId))
                .map(Optional::ofNullable);
    }

    /** To change it: who else wants to waits until this transaction ends. */
    Uni<Optional<Deployment>> lock(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Deployment.class, serverId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** If it still stands where it stood: a replica that was overtaken changes nothing. */
    Uni<Optional<Deployment>> lockAt(Step step, UUID serverId) {
        return lock(serverId)
                .map(found -> found.filter(deployment -> deployment.saga().isAt(step)));
    }
}
