package io.handover.provisioning.server;

/**
 * What a machine is to be told, and the size it is to have when it starts.
 *
 * @param memoryAmount MiB
 */
record PowerTask(PowerOrder order, int coreNumber, int memoryAmount) {}
