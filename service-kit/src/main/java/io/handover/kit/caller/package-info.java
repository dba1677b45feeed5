/** On whose behalf a request is made. */
@NullMarked
package io.handover.kit.caller;

import org.jspecify.annotations.NullMarked;
