package io.handover.provisioning.storage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When backups are to be made of a storage, as it is on the wire; one without fields is none.
 *
 * @param interval {@code daily}, or a day of the week
 * @param time of day in UTC, as {@code HHMM}
 * @param retention for how many days a backup is kept
 */
record BackupRule(
        @Nullable String interval,
        @Nullable String time,
        @Nullable String retention) {

    static final BackupRule NONE = new BackupRule(null, null, null);

    private static final Set<String> INTERVALS = Set.of("daily", "mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9]");
    private static final Pattern RETENTION = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int RETENTION_MAX = 1095;
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** Refuses the first field that breaks a rule. */
    static BackupRule checked(@Nullable BackupRule wish) {
        if (wish == null || wish.isNone()) {
            return NONE;
        }
        if (wish.interval == null || !INTERVALS.contains(wish.interval)) {
            throw StorageRefusals.badInterval();
        }
        if (wish.time == null || !TIME.matcher(wish.time).matches()) {
            throw StorageRefusals.badBackupTime();
        }
        if (wish.retention == null || !isRetention(wish.retention)) {
            throw StorageRefusals.badRetention();
        }
        return wish;
    }

    /** From the stored form. */
    static BackupRule read(@Nullable String stored) {
        if (stored == null) {
            return NONE;
        }
        String[] words = stored.split(" ", -1);
        return new BackupRule(words[0], words[1], words[2]);
    }

    /** As it is stored; null for none. */
    @Nullable
    String stored() {
        return isNone() ? null : interval + " " + time + " " + retention;
    }

    /** The first time after now that it asks for a backup. */
    Instant next(Instant now) {
        OffsetDateTime next = now.atOffset(ZoneOffset.UTC).with(LocalTime.parse(time, TIME_OF_DAY));
        while (!next.toInstant().isAfter(now) || !isOn(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next.toInstant();
    }

    /** Backups that it asked for before are too old. */
    Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(Integer.parseInt(Objects.requireNonNull(retention))));
    }

    private boolean isOn(DayOfWeek day) {
        return "daily".equals(interval) || day.name().toLowerCase(Locale.ROOT).startsWith(String.valueOf(interval));
    }

    boolean isNone() {
        return interval == null && time == null && retention == null;
    }

    private static boolean isRetention(String days) {
        return RETENTION.matcher(days).matches() && Integer.parseInt(days) <= RETENTION_MAX;
    }
}
