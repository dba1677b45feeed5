package io.handover.kit.metric;

import java.util.List;

/**
 * Gauges that the database knows. Each bean of this type is measured now and then.
 *
 * @param name what the gauges' names begin with, such as {@code handover.outbox}
 * @param labels the columns that say what a row is about; their values must be few
 * @param sql reads few rows, and few to find them; each other column is a gauge named after it. It has a row for
 *     everything that could be found, also when there is none, because a gauge that is away can't be told from a
 *     service that is
 */
public record Survey(String name, List<String> labels, String sql) {}
