/** Work that goes on without a request: woken, taken up piece by piece, each on a context of its own. */
@NullMarked
package io.handover.kit.work;

import org.jspecify.annotations.NullMarked;
