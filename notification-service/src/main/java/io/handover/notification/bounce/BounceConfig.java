package io.handover.notification.bounce;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "handover.bounce")
interface BounceConfig {

    /** What a mail system shows when it posts a mail that came back; without it, none may. */
    Optional<String> token();

    /** Larger mails are not read: a bounce is a report and, at most, our own small message. */
    @WithDefault("256K")
    MemorySize maxMail();

    /** A mailbox that bounces arrive in, and nothing else. */
    Imap imap();

    /** How it is read. */
    interface Imap {

        /** The server; without it, no mailbox is read. */
        Optional<String> host();

        /** Its port. */
        @WithDefault("993")
        int port();

        /** TLS from the first byte on (RFC 8314). */
        @WithDefault("true")
        boolean tls();

        /** Who reads. */
        Optional<String> user();

        /** The reader's password. */
        Optional<String> password();

        /** Where bounces arrive. */
        @WithDefault("INBOX")
        String folder();

        /** How often it is looked at. */
        @WithDefault("1M")
        Duration every();

        /** How long the server may take for an answer. */
        @WithDefault("30S")
        Duration timeout();
    }
}
