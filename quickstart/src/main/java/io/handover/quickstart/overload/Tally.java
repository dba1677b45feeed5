package io.handover.quickstart.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was answered, and after how long. Safe for many threads. */
final class Tally {

    private static final int NO_ANSWER = 0;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<Long> millis = new ArrayList<>();
    private int withoutAdvice;

    /**
     * Counts an answer.
     *
     * @param saysWhen whether it has {@code Retry-After}
     */
    synchronized void add(int status, boolean saysWhen, Duration took) {
        statuses.merge(status, 1, Integer::sum);
        withoutAdvice += !saysWhen && (status == TOO_MANY || status == UNAVAILABLE) ? 1 : 0;
        if (status / 100 == 2) {
            millis.add(took.toMillis());
        }
    }

    /** There was none. */
    synchronized void addLost() {
        statuses.merge(NO_ANSWER, 1, Integer::sum);
    }

    synchronized int asked() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were neither done nor told to come again. */
    synchronized int failed() {
        return statuses.entrySet().stream()
                .filter(each -> each.getKey() / 100 != 2 && each.getKey() != TOO_MANY && each.getKey() != UNAVAILABLE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many were told to come again. */
    synchronized int putOff() {
        return statuses.getOrDefault(TOO_MANY, 0) + statuses.getOrDefault(UNAVAILABLE, 0);
    }

    /** How many were told to come again, but not when. */
    synchronized int withoutAdvice() {
        return withoutAdvice;
    }

    /** How many were answered as our fault, other than by "not now". */
    synchronized int faults() {
        return statuses.entrySet().stream()
                .filter(each -> each.getKey() >= SERVER_ERROR && each.getKey() != UNAVAILABLE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** In milliseconds, of what was done; 0 when nothing was. */
    synchronized long percentile(double share) {
        if (millis.isEmpty()) {
            return 0;
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }

    /** Statuses with their numbers. */
    @Override
    public synchronized String toString() {
        return String.format(Locale.ROOT, "%s", statuses);
    }
}
