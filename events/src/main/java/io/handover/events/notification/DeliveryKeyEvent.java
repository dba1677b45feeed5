package io.handover.events.notification;

import io.handover.events.Event;

/** Public keys that passwords may be sealed to. */
public sealed interface DeliveryKeyEvent extends Event permits DeliveryKeysOffered, UnknownDeliveryKeyEvent {}
