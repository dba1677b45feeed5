/** What somebody outside needs to hear Handover's events. */
@NullMarked
package io.handover.examples;

import org.jspecify.annotations.NullMarked;
