package io.handover.events.notification;

import io.handover.events.Event;

/** What vouches for the audit trails. */
public sealed interface AuditEvent extends Event permits AuditCheckpointSigned, UnknownAuditEvent {}
