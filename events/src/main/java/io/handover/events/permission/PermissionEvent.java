package io.handover.events.permission;

import io.handover.events.Event;

/** Who may touch what, from now on. */
public sealed interface PermissionEvent extends Event
        permits PermissionGranted, PermissionRevoked, MemberAccessApplied, UnknownPermissionEvent {}
