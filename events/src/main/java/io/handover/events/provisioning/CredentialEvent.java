package io.handover.events.provisioning;

import io.handover.events.Event;

/** Root passwords: sealed, or shown once and gone. */
public sealed interface CredentialEvent extends Event
        permits PasswordGenerated, PasswordShown, RootPasswordSet, RootPasswordNotSet, UnknownCredentialEvent {}
