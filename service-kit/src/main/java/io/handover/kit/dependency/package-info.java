/** What every service needs outside of itself. */
@NullMarked
package io.handover.kit.dependency;

import org.jspecify.annotations.NullMarked;
