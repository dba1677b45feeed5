/** Who may touch what, as told by permission-service. */
@NullMarked
package io.handover.kit.access;

import org.jspecify.annotations.NullMarked;
