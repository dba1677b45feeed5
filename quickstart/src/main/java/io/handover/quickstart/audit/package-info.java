/** Checks an exported audit trail, without the service that wrote it. */
@NullMarked
package io.handover.quickstart.audit;

import org.jspecify.annotations.NullMarked;
