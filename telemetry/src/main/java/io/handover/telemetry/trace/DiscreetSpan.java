package io.handover.telemetry.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;

/**
 * A span of which only is told what can't name anybody: which kind of request it was and how it ended. No path, query,
 * address, user agent, record key, SQL or exception, whatever a library adds to its spans in future.
 */
final class DiscreetSpan extends DelegatingSpanData {

    private static final Set<String> TOLD = Set.of(
            "error.type",
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "messaging.client_id",
            "messaging.consumer.group.name",
            "messaging.destination.name",
            "messaging.destination.partition.id",
            "messaging.kafka.message.offset",
            "messaging.kafka.consumer.group",
            "messaging.kafka.offset",
            "messaging.message.offset",
            "messaging.operation",
            "messaging.operation.type",
            "messaging.system",
            "network.protocol.version",
            "url.scheme");

    private final Attributes attributes;

    DiscreetSpan(SpanData span) {
        super(span);
        this.attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !TOLD.contains(key.getKey()))
                .build();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    /** They are exceptions, and those quote. */
    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    /** Without its description, which may be an exception's. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
