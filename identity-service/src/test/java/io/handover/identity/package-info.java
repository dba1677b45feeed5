/** What the tests of identity-service's features share. */
@NullMarked
package io.handover.identity;

import org.jspecify.annotations.NullMarked;
