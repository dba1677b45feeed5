package io.handover.deploy.kubernetes;

import java.util.stream.Stream;

/** Something that must be true of an overlay. */
@FunctionalInterface
interface Check {

    /** What is not, a sentence each. */
    Stream<String> findings(Overlay overlay);
}
