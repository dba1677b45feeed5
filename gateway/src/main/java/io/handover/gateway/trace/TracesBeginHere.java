package io.handover.gateway.trace;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;

/** Makes the gateway the first in every trace. */
@Singleton
class TracesBeginHere implements TextMapPropagatorCustomizer {

    @Override
    public TextMapPropagator customize(Context context) {
        return new OutwardPropagator(context.propagator());
    }
}
