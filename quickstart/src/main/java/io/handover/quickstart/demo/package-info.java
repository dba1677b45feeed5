/** The story that {@code ./handover demo} tells. */
@NullMarked
package io.handover.quickstart.demo;

import org.jspecify.annotations.NullMarked;
