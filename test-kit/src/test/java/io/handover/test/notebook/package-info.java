/** The smallest service there is, to try service-kit on real parts: notes that say and hear events. */
@NullMarked
package io.handover.test.notebook;

import org.jspecify.annotations.NullMarked;
