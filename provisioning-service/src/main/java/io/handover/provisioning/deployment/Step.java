package io.handover.provisioning.deployment;

/** Where a deployment stands: what is to be done next. */
public enum Step {
    /** Make the disks. */
    DISKS,
    /** Make the machine. */
    MACHINE,
    /** Wait until the machine can be logged in to. */
    LOGIN,
    /** Remove what was made: it was refused, or took too long. */
    UNDO
}
