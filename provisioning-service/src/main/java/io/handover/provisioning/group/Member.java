package io.handover.provisioning.group;

import java.util.UUID;

/** A server that belongs to a group. */
record Member(UUID groupId, UUID serverId, String zone) {}
