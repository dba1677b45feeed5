package io.handover.kit.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a {@code traceparent} that stands alone. */
final class TraceparentGetter implements TextMapGetter<String> {

    private static final String TRACEPARENT = "traceparent";

    @Override
    public Iterable<String> keys(String traceparent) {
        return List.of(TRACEPARENT);
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
        return TRACEPARENT.equals(key) ? traceparent : null;
    }
}
