/** Which service a path belongs to, and which paths are nobody's. */
@NullMarked
package io.handover.gateway.route;

import org.jspecify.annotations.NullMarked;
