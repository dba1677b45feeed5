package io.handover.system.permission;

/** A storage is a server's. */
record Attached(Thing storage, Thing server) {}
