/** What the tests of the sandbox's features share. */
@NullMarked
package io.handover.sandbox;

import org.jspecify.annotations.NullMarked;
