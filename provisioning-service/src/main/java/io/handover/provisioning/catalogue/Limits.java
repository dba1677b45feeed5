package io.handover.provisioning.catalogue;

/**
 * How much an account's servers may use together.
 *
 * @param memory MiB
 */
public record Limits(int cores, int memory) {}
