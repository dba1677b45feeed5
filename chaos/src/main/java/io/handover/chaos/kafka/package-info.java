/** What an operator of Kafka sees and does: how far consumers have read, and that they begin again. */
@NullMarked
package io.handover.chaos.kafka;

import org.jspecify.annotations.NullMarked;
