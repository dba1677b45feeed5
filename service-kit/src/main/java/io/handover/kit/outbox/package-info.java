/** How a fact leaves: written with the change it tells of, then relayed in order. */
@NullMarked
package io.handover.kit.outbox;

import org.jspecify.annotations.NullMarked;
