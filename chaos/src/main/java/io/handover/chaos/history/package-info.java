/** What clients asked for and what they were answered, and what was done to the system meanwhile. */
@NullMarked
package io.handover.chaos.history;

import org.jspecify.annotations.NullMarked;
