package io.handover.identity.token;

import io.handover.kit.refusal.InvalidParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a token ends: told as an instant or as a duration, in the future and within a year. Pure. */
final class Lifetime {

    static final Duration MAX = Duration.ofDays(365);

    /** Hours, minutes and seconds, each of at most nine digits, so that they can't overflow. */
    private static final Pattern DURATION = Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    private Lifetime() {}

    static Optional<Instant> read(
            @Nullable String expiresAtText, @Nullable String expiresInText, Instant now, List<InvalidParam> invalid) {
        String expiresAt = present(expiresAtText);
        String expiresIn = present(expiresInText);
        String field = expiresIn == null ? "expires_at" : "expires_in";
        try {
            if ((expiresAt == null) == (expiresIn == null)) {
                throw new DateTimeException("Give either expires_at or expires_in.");
            }
            return Optional.of(bounded(expiresAt == null ? now.plus(duration(expiresIn)) : instant(expiresAt), now));
        } catch (DateTimeException refused) {
            invalid.add(new InvalidParam(field, String.valueOf(refused.getMessage())));
            return Optional.empty();
        }
    }

    /** Clients that have nothing to say may send an empty text. */
    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static Instant bounded(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            throw new DateTimeException("Token expiration time must be in the future.");
        }
        if (end.isAfter(now.plus(MAX))) {
            throw new DateTimeException("Token expiration time must be within a year.");
        }
        return end;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new DateTimeException("Token expiration time must be RFC 3339.", malformed);
        }
    }

    private static Duration duration(@Nullable String text) {
        Matcher parts = DURATION.matcher(text == null ? "" : text);
        if (text == null || text.isEmpty() || !parts.matches()) {
            throw new DateTimeException("Token lifetime must be in h, m and s, such as 1h30m.");
        }
        return Duration.ofHours(number(parts.group(1)))
                .plusMinutes(number(parts.group(2)))
                .plusSeconds(number(parts.group(3)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
