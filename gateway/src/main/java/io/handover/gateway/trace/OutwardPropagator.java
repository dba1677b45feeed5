package io.handover.gateway.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Tells services which trace they belong to, and does not believe clients, who could choose that a trace is kept, or
 * join somebody else's (W3C Trace Context, section 6: restarting a trace).
 */
record OutwardPropagator(TextMapPropagator inner) implements TextMapPropagator {

    @Override
    public Collection<String> fields() {
        return inner.fields();
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        inner.inject(context, carrier, setter);
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        return context;
    }
}
