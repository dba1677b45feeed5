package io.handover.provisioning.closing;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.sql.Sql;
import io.handover.kit.work.OwnContext;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.job.Progress;
import io.handover.provisioning.server.LeftServers;
import io.handover.provisioning.storage.LeftStorages;
import io.handover.provisioning.tag.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Deletes what a closed account has: its servers, some at a time, then its storages, then the rest. */
@ApplicationScoped
class ClearAccount implements JobHandler {

    static final String KIND = "clear-account";

    /** What is left when nothing is there any more that it belongs to. */
    private static final List<String> REST = List.of("rotation", "password_delivery", "server_group");

    private final LeftServers servers;
    private final LeftStorages storages;
    private final Tags tags;
    private final AccessGrants grants;
    private final Jobs jobs;

    ClearAccount(LeftServers servers, LeftStorages storages, Tags tags, AccessGrants grants, Jobs jobs) {
        this.servers = servers;
        this.storages = storages;
        this.tags = tags;
        this.grants = grants;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        UUID account = job.subjectId();
        return own.keep(Panache.withTransaction(() -> clear(account))).invoke(jobs::wake);
    }

    private Uni<Progress> clear(UUID account) {
        return servers.deleteSome(account)
                .chain(progress -> then(progress, () -> storages.deleteSome(account)))
                .chain(progress -> then(progress, () -> clearRest(account)));
    }

    private static Uni<Progress> then(Progress progress, Supplier<Uni<Progress>> next) {
        return progress instanceof Progress.Done ? next.get() : Uni.createFrom().item(progress);
    }

    private Uni<Progress> clearRest(UUID account) {
        return tags.deleteAll(account)
                .chain(() -> grants.dropAccount(account))
                .chain(() -> Sql.each(
                        REST,
                        table -> Sql.execute(
                                "delete from " + table + " where account_id = :account", Map.of("account", account))))
                .replaceWith(new Progress.Done());
    }
}
