/** What can be ordered: zones, plans and public templates. */
@NullMarked
package io.handover.provisioning.catalogue;

import org.jspecify.annotations.NullMarked;
