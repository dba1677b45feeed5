/** How new each account's world is: what the gateway tells a service so that nobody acts on what is out of date. */
@NullMarked
package io.handover.gateway.version;

import org.jspecify.annotations.NullMarked;
