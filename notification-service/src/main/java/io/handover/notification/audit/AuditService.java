package io.handover.notification.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.notification.audit.AuditRepository.Place;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Exports trails, each on a virtual thread of its own: it reads a page, writes it, and blocks while the client doesn't
 * read on. Between pages it holds nothing of the database, so a slow client keeps no transaction open.
 */
@ApplicationScoped
class AuditService {

    private final AuditRepository lines;
    private final ObjectMapper json;
    private final AuditConfig config;
    private final Semaphore free;
    private final Counter read;

    AuditService(AuditRepository lines, ObjectMapper json, AuditConfig config, MeterRegistry meters) {
        this.lines = lines;
        this.json = json;
        this.config = config;
        this.free = new Semaphore(config.exportsMax());
        this.read = meters.counter("handover.audit.lines.read");
    }

    /**
     * Writes the trail of an account, oldest line first.
     *
     * @param hungUp whether the client did: the stream itself tells only whoever waits for it
     * @throws io.handover.kit.refusal.Refusal when too many exports are under way, and nothing is written then; or when
     *     the client hung up, which is no failure of ours
     */
    void export(UUID account, ExportFormat format, OutputStream out, BooleanSupplier hungUp) {
        if (!free.tryAcquire()) {
            throw AuditRefusals.tooManyExports();
        }
        try {
            write(account, format, out, hungUp);
        } catch (IOException lost) {
            throw AuditRefusals.connectionLost();
        } finally {
            free.release();
        }
    }

    /** Reads before it opens the writer: what fails until then can still be answered with an error. */
    private void write(UUID account, ExportFormat format, OutputStream out, BooleanSupplier hungUp) throws IOException {
        List<AuditLine> page = pageAfter(account, Place.BEFORE_ALL);
        LineWriter writer = open(format, out);
        while (!page.isEmpty()) {
            for (AuditLine line : page) {
                writer.write(line);
            }
            if (hungUp.getAsBoolean()) {
                throw new ClosedChannelException();
            }
            page = page.size() < AuditRepository.PAGE_MAX ? List.of() : pageAfter(account, Place.of(page.getLast()));
        }
        writer.end();
    }

    private List<AuditLine> pageAfter(UUID account, Place place) {
        List<AuditLine> page = lines.pageAfter(account, place).await().atMost(config.pageTimeout());
        read.increment(page.size());
        return page;
    }

    private LineWriter open(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvLines(out);
            case JSON -> new JsonLines(json, out);
        };
    }
}
