/** What a service needs outside of itself, and whether it is there. */
@NullMarked
package io.handover.kit.dependency;

import org.jspecify.annotations.NullMarked;
