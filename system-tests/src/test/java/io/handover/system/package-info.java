/** Stories, refusals and restarts, told through the gateway to the packaged services. */
@NullMarked
package io.handover.system;

import org.jspecify.annotations.NullMarked;
