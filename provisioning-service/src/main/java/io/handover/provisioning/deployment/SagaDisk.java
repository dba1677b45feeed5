package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.Disk;

/**
 * A disk of a server that is being deployed.
 *
 * @param made whether it is made for the server, and removed with it
 */
public record SagaDisk(Disk disk, boolean made) {}
