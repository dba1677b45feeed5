package io.handover.sandbox.shell;

import java.io.IOException;
import java.util.Optional;

/** Where a shell hears and speaks: a terminal with somebody before it, or two pipes. */
interface Console {

    /** The next command; empty when there is none to come. */
    Optional<String> command(String prompt) throws IOException;

    /** What is asked for, unseen and the caller's to wipe; empty when there is no answer. */
    Optional<char[]> secret(String prompt) throws IOException;

    void say(String line) throws IOException;

    void complain(String line) throws IOException;
}
