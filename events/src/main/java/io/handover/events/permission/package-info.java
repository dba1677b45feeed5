/** What permission says: who may touch what, from now on. */
@NullMarked
package io.handover.events.permission;

import org.jspecify.annotations.NullMarked;
