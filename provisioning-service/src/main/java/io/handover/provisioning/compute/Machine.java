package io.handover.provisioning.compute;

/**
 * A machine as its back end reports it.
 *
 * @param running whether it runs
 * @param sshHost where its SSH server listens, or will once it runs
 */
public record Machine(boolean running, String sshHost, int sshPort) {}
