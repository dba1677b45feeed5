package io.handover.test.notebook;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Keeps the spans of the test run. */
@Singleton
public class Spans implements SpanExporter {

    private static final List<SpanData> KEPT = new CopyOnWriteArrayList<>();

    /** Those of a trace. */
    static Stream<SpanData> of(String traceId) {
        return KEPT.stream().filter(span -> span.getTraceId().equals(traceId));
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        KEPT.addAll(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
