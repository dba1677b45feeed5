/** Firewall rules of servers: kept in order and shown; no back end enforces them. */
@NullMarked
package io.handover.provisioning.firewall;

import org.jspecify.annotations.NullMarked;
