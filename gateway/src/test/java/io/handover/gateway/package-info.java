/** What the tests of the gateway's features share. */
@NullMarked
package io.handover.gateway;

import org.jspecify.annotations.NullMarked;
