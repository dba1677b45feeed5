/** A Kafka broker as a process of its own. */
@NullMarked
package io.handover.quickstart.broker;

import org.jspecify.annotations.NullMarked;
