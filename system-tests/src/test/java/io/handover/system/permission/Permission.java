package io.handover.system.permission;

/**
 * A member controls a target.
 *
 * @param storage also the storages attached to it
 */
record Permission(Who member, Thing target, boolean storage) {}
