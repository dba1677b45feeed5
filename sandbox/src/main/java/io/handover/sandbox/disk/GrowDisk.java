package io.handover.sandbox.disk;

/** The size that a disk is to have, which is no less than it has. */
record GrowDisk(@DiskSize int sizeGib) {}
