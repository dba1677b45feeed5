package io.handover.notification.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The envelope sender of each mail (VERP: variable envelope return path): a subaddress (RFC 5233) with the delivery's
 * tag, which nobody can guess. Whoever writes to it was told of it by the mail.
 */
@ApplicationScoped
public class BounceAddress {

    private static final Pattern MAILBOX = Pattern.compile("(?<name>[A-Za-z0-9._-]{1,27})@(?<domain>[A-Za-z0-9.-]+)");

    private static final String TAG = "\\+(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})@";

    private final Optional<Mailbox> mailbox;

    BounceAddress(EmailConfig config) {
        mailbox = config.bounceAddress().map(Mailbox::of);
    }

    private record Mailbox(String name, String domain, Pattern pattern) {

        /** A local part has 64 characters at most (RFC 5321, section 4.5.3.1.1), of which the tag takes 37. */
        static Mailbox of(String address) {
            var parts = MAILBOX.matcher(address);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "handover.email.bounce-address: must be name@domain, the name with 27 characters at most");
            }
            String name = parts.group("name");
            String domain = parts.group("domain");
            String pattern =
                    "(?<![A-Za-z0-9._-])" + Pattern.quote(name) + TAG + Pattern.quote(domain) + "(?![A-Za-z0-9-])";
            return new Mailbox(name, domain, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    /** Empty when none is configured. */
    Optional<String> of(UUID tag) {
        return mailbox.map(it -> it.name() + "+" + tag + "@" + it.domain());
    }

    /** The tags in a header's value. */
    public Stream<UUID> tagsIn(String text) {
        return mailbox.stream()
                .flatMap(it -> it.pattern().matcher(text).results().map(BounceAddress::tag));
    }

    private static UUID tag(MatchResult found) {
        return UUID.fromString(found.group(1));
    }
}
