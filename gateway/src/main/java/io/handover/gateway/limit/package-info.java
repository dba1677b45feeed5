/** How often a caller may come. */
@NullMarked
package io.handover.gateway.limit;

import org.jspecify.annotations.NullMarked;
