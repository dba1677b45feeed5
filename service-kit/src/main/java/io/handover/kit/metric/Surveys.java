package io.handover.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * Asks the database for gauges on a schedule, one after the other and each for a moment only, so that a scrape costs it
 * nothing and a slow answer hurts nobody. Every replica asks, and all say the same: queries take the {@code max}.
 */
@ApplicationScoped
class Surveys {

    private static final String AT_MOST_A_MOMENT = "set local statement_timeout = '2s'";

    private final List<Survey> surveys;
    private final SurveyConfig config;
    private final MeterRegistry meters;
    private final Pool pool;
    private final Vertx vertx;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Surveys(@All List<Survey> surveys, SurveyConfig config, MeterRegistry meters, Pool pool, Vertx vertx) {
        this.surveys = surveys;
        this.config = config;
        this.meters = meters;
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        measureAll();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void measureAll() {
        Uni<Void> all = surveys.stream()
                .reduce(
                        Uni.createFrom().voidItem(),
                        (before, survey) -> before.chain(() -> measure(survey)),
                        (one, other) -> one.chain(() -> other));
        all.subscribe().with(ignored -> measureAgain());
    }

    private void measureAgain() {
        if (!stopped) {
            vertx.setTimer(config.every().toMillis(), timer -> measureAll());
        }
    }

    private Uni<Void> measure(Survey survey) {
        return pool.withTransaction(connection -> connection
                        .query(AT_MOST_A_MOMENT)
                        .execute()
                        .chain(() -> connection.query(survey.sql()).execute()))
                .invoke(rows -> show(survey, rows))
                .onFailure()
                .invoke(failure -> Log.debugf("not measured survey=%s error=%s", survey.name(), failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void show(Survey survey, RowSet<Row> rows) {
        List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
        rows.columnsNames().stream()
                .filter(column -> !survey.labels().contains(column))
                .forEach(column -> gauge(survey.name() + "." + column)
                        .register(
                                found.stream()
                                        .map(row -> MultiGauge.Row.of(tags(survey, row), row.getDouble(column)))
                                        .toList(),
                                true));
    }

    private MultiGauge gauge(String name) {
        return gauges.computeIfAbsent(name, ignored -> MultiGauge.builder(name).register(meters));
    }

    private static Tags tags(Survey survey, Row row) {
        return Tags.of(survey.labels().stream()
                .map(label -> Tag.of(label, row.getString(label)))
                .toList());
    }
}
