/** What can be ordered: zones, plans and public templates, and how much of it. */
@NullMarked
package io.handover.provisioning.catalogue;

import org.jspecify.annotations.NullMarked;
