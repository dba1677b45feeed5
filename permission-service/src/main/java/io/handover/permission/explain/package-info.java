/** Why somebody may control something, or what is missing. */
@NullMarked
package io.handover.permission.explain;

import org.jspecify.annotations.NullMarked;
