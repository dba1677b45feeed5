package io.handover.notification.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.events.audit.AuditLine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
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
     * Writes the trail of an account as it is now, in the order of its chain.
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
        ChainHead head = await(lines.head(account));
        List<AuditLine> page = pageAfter(0, head);
        LineWriter writer = open(format, out);
        while (!page.isEmpty()) {
            for (AuditLine line : page) {
                writer.write(line);
            }
            if (hungUp.getAsBoolean()) {
                throw new ClosedChannelException();
            }
            page = pageAfter(page.getLast().sequence(), head);
        }
        writer.end();
    }

    private List<AuditLine> pageAfter(long sequence, ChainHead head) {
        if (sequence >= head.size()) {
            return List.of();
        }
        List<AuditLine> page = await(lines.pageAfter(sequence, head));
        read.increment(page.size());
        return page;
    }

    private <T> T await(Uni<T> answer) {
        return answer.await().atMost(config.pageTimeout());
    }

    private LineWriter open(ExportFormat format, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvLines(out);
            case JSON -> new JsonLines(json, out);
        };
    }
}
