/** What permission-service says about members, and where to log in. */
@NullMarked
package io.handover.provisioning.access;

import org.jspecify.annotations.NullMarked;
