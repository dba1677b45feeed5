package io.handover.events.notification;

import io.handover.events.Event;

/** How each delivery ended. */
public sealed interface DeliveryEvent extends Event
        permits PasswordDelivered, PasswordDeliveryFailed, UnknownDeliveryEvent {}
