/** What the tests of permission-service's features share. */
@NullMarked
package io.handover.permission;

import org.jspecify.annotations.NullMarked;
