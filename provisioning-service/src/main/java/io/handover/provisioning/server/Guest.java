package io.handover.provisioning.server;

import java.util.UUID;

/** A server as something that root logs in to. */
public record Guest(UUID accountId, UUID serverId, String hostname) {}
