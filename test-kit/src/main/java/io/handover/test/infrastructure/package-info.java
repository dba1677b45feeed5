/** A real PostgreSQL and a real Kafka, one of each per test run. */
@NullMarked
package io.handover.test.infrastructure;

import org.jspecify.annotations.NullMarked;
