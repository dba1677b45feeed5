/** The services behind the gateway, and how it talks to them. */
@NullMarked
package io.handover.gateway.upstream;

import org.jspecify.annotations.NullMarked;
