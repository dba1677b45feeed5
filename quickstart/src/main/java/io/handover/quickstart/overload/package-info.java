/** Storms, and people who go on with their work meanwhile. */
@NullMarked
package io.handover.quickstart.overload;

import org.jspecify.annotations.NullMarked;
