/** From where on the network somebody may come. */
@NullMarked
package io.handover.identity.address;

import org.jspecify.annotations.NullMarked;
