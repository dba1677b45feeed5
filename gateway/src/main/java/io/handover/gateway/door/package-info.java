/** The door itself: a request comes in, is looked at, and is handed to the service it is for. */
@NullMarked
package io.handover.gateway.door;

import org.jspecify.annotations.NullMarked;
