package io.handover.events.identity;

/**
 * One target a member is to control.
 *
 * @param identifier an id, a tag name in lower case, or {@code *}
 * @param storage also the storages attached to it
 */
public record Access(String identifier, boolean storage) {}
