package io.handover.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The trace of what is done right now, for what happens later: it is written down as a {@code traceparent} (W3C Trace
 * Context, section 3.2) with the work, and taken up again by whoever does it. Without tracing nothing is written.
 */
@ApplicationScoped
public class Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final TraceparentGetter GETTER = new TraceparentGetter();

    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The {@code traceparent} to go on from; empty when nothing is traced. */
    public Optional<String> current() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), carrier, (_, name, value) -> carrier.put(name, value));
        return Optional.ofNullable(carrier.get(TRACEPARENT));
    }

    /** The context that a {@link #current} described. */
    public static Context contextOf(String traceparent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, GETTER);
    }

    /** Does work as part of the trace that it was written down with. Needs a Vert.x context that it has for itself. */
    public <T> Uni<T> goOn(Optional<String> traceparent, Supplier<Uni<T>> work) {
        return traceparent
                .map(parent -> Uni.createFrom().deferred(() -> in(contextOf(parent), work)))
                .orElseGet(() -> Uni.createFrom().deferred(work::get));
    }

    /**
     * Does work in a span of its own, if it is part of a trace.
     *
     * @param name one of few: neither an id nor anybody's word
     */
    public <T> Uni<T> span(String name, SpanKind kind, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (!Span.current().getSpanContext().isValid()) {
                return work.get();
            }
            Span span = tracer.spanBuilder(name).setSpanKind(kind).startSpan();
            return in(Context.current().with(span), work)
                    .onFailure()
                    .invoke(failure -> span.setStatus(StatusCode.ERROR))
                    .onTermination()
                    .invoke(span::end);
        });
    }

    @SuppressWarnings("MustBeClosedChecker") // It is closed when the work ends, which is later.
    private static <T> Uni<T> in(Context context, Supplier<Uni<T>> work) {
        Scope scope = context.makeCurrent();
        return Uni.createFrom().deferred(work::get).onTermination().invoke(scope::close);
    }
}
