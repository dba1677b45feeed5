package io.handover.events.identity;

import io.handover.events.Event;

/** What happens to accounts, their members and their tokens. */
public sealed interface AccountEvent extends Event
        permits AccountOpened,
                AccountChanged,
                ContactChanged,
                PasswordChanged,
                AccountClosed,
                MemberAdded,
                MemberChanged,
                MemberAccessSet,
                MemberRemoved,
                TokenIssued,
                TokenRevoked,
                SignedIn,
                SignInRefused,
                UnknownAccountEvent {}
