/** Looks at what is left: databases, Kafka, machines, the inbox and the API. */
@NullMarked
package io.handover.chaos.observe;

import org.jspecify.annotations.NullMarked;
