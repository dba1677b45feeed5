package io.handover.telemetry.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Tracing is off unless {@code quarkus.otel.sdk.disabled} is false. */
@ConfigMapping(prefix = "handover.trace")
interface TraceConfig {

    /** Where spans are sent, by OTLP over HTTP. */
    @WithDefault("http://localhost:4318/v1/traces")
    URI endpoint();
}
