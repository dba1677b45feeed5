/** Servers, as their owners and members see and control them. */
@NullMarked
package io.handover.provisioning.server;

import org.jspecify.annotations.NullMarked;
