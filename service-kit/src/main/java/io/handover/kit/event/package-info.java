/** Events as CloudEvents 1.0 records in Kafka's binary mode. */
@NullMarked
package io.handover.kit.event;

import org.jspecify.annotations.NullMarked;
