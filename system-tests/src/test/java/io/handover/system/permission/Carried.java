package io.handover.system.permission;

/** A server carries a tag. */
record Carried(Thing server, Thing tag) {}
