package io.handover.notification.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Mails as mail systems write them, in {@code resources/bounce}. */
final class Samples {

    private Samples() {}

    /**
     * A sample.
     *
     * @param address whom it was sent to
     * @param text what it repeats of the mail that it is about
     */
    static String of(String name, String address, String text) {
        try (InputStream file = Samples.class.getResourceAsStream("/bounce/" + name + ".eml")) {
            String mail = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return mail.replace("{address}", address).replace("{text}", text).replace("\n", "\r\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
