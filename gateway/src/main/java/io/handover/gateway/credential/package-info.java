/** Who a client is: asked of identity-service once, remembered for minutes, forgotten at once when it changes. */
@NullMarked
package io.handover.gateway.credential;

import org.jspecify.annotations.NullMarked;
