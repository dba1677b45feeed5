/** Server groups: servers that belong together, and would rather not share a host. */
@NullMarked
package io.handover.provisioning.group;

import org.jspecify.annotations.NullMarked;
