package io.handover.telemetry.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How spans leave: stripped. Quarkus makes its own exporter only when there is none, and that one sends everything. */
@Singleton
class TraceExport {

    @Produces
    @Singleton
    @DefaultBean
    SpanExporter exporter(TraceConfig config) {
        return new DiscreetExporter(OtlpHttpSpanExporter.builder()
                .setEndpoint(config.endpoint().toString())
                .build());
    }
}
