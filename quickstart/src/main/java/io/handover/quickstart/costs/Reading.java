package io.handover.quickstart.costs;

import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/**
 * What the stack has used or keeps at a moment, or between two.
 *
 * @param processor milliseconds of processor time by part
 * @param rows by database and table
 * @param databaseBytes by database, with indexes and free space
 * @param walBytes of PostgreSQL's write-ahead log since it was made
 * @param events by topic
 * @param topicBytes by topic, of one replica
 */
record Reading(
        Map<String, Long> processor,
        Map<String, Long> rows,
        Map<String, Long> databaseBytes,
        long walBytes,
        Map<String, Long> events,
        Map<String, Long> topicBytes) {

    /** What was added since an earlier one. */
    Reading since(Reading earlier) {
        return new Reading(
                difference(processor, earlier.processor),
                difference(rows, earlier.rows),
                difference(databaseBytes, earlier.databaseBytes),
                walBytes - earlier.walBytes,
                difference(events, earlier.events),
                difference(topicBytes, earlier.topicBytes));
    }

    private static Map<String, Long> difference(Map<String, Long> later, Map<String, Long> earlier) {
        Map<String, Long> difference = new TreeMap<>();
        for (Entry<String, Long> each : later.entrySet()) {
            difference.put(each.getKey(), each.getValue() - earlier.getOrDefault(each.getKey(), 0L));
        }
        return difference;
    }
}
