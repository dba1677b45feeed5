package io.handover.provisioning.label;

import org.jspecify.annotations.Nullable;

/** A pair of key and value; what a request leaves out is null. */
public record Label(@Nullable String key, @Nullable String value) {}
