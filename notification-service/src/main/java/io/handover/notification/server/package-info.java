/** Servers as provisioning and permission-service tell of them: whether they run, and who may control them. */
@NullMarked
package io.handover.notification.server;

import org.jspecify.annotations.NullMarked;
