package io.handover.events.notification;

import io.handover.events.Event;

/** How each delivery ended, and whether its message came back. */
public sealed interface DeliveryEvent extends Event
        permits PasswordDelivered, PasswordDeliveryFailed, PasswordBounced, UnknownDeliveryEvent {}
