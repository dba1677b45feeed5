package io.handover.kit.refusal;

/**
 * A field and the rule it breaks.
 *
 * @param name the field as it is on the wire
 * @param reason the rule, for people
 */
public record InvalidParam(String name, String reason) {}
