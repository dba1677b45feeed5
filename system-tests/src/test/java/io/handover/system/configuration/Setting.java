package io.handover.system.configuration;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that whoever runs a service may set.
 *
 * @param key as in a properties file
 * @param type in words
 * @param preset what it is if nobody sets it; empty when nothing stands for it
 * @param required whether the service does not start without it
 * @param words what it says of itself
 */
record Setting(String key, String type, Optional<String> preset, boolean required, String words) {

    /** The environment variable of the same meaning (MicroProfile Config 3.1, section 3.5). */
    String variable() {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
