package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.Machine;

/** How the attempt at a step went. */
public sealed interface Attempt {

    /** It is done. */
    record Done() implements Attempt {}

    /** It is done: the machine can be logged in to. */
    record Answers(Machine machine) implements Attempt {}

    /** The machine does not answer yet. */
    record Silent() implements Attempt {}

    /** The back end is away, or its answer got lost. */
    record Failed() implements Attempt {}

    /** The back end will not do it. */
    record Refused(String reason) implements Attempt {}
}
