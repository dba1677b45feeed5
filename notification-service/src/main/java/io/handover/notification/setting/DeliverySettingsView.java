package io.handover.notification.setting;

/**
 * What an account wants.
 *
 * @param rotateOnBounce whether a password that did not arrive is replaced by one for its other contact
 */
record DeliverySettingsView(boolean rotateOnBounce) {}
