package io.handover.provisioning.job;

import io.handover.kit.work.OwnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Work that goes as a test says. */
@ApplicationScoped
public class TestWork implements JobHandler {

    static final String KIND = "test-work";

    private final Map<UUID, Function<Integer, Uni<Progress>>> scripts = new ConcurrentHashMap<>();
    private final Map<UUID, List<Job>> done = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        List<Job> runs = done.computeIfAbsent(job.subjectId(), subject -> new CopyOnWriteArrayList<>());
        runs.add(job);
        return scripts.getOrDefault(job.subjectId(), run -> Uni.createFrom().item(new Progress.Done()))
                .apply(runs.size());
    }

    /** How the first, second, ... run ends. */
    void goes(UUID subject, Function<Integer, Uni<Progress>> script) {
        scripts.put(subject, script);
    }

    List<Integer> attempts(UUID subject) {
        return done.getOrDefault(subject, List.of()).stream().map(Job::attempts).toList();
    }
}
