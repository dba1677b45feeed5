/** The contract: what each service says, topic by topic. */
@NullMarked
package io.handover.events;

import org.jspecify.annotations.NullMarked;
