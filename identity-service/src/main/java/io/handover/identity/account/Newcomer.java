package io.handover.identity.account;

/** What is asked of somebody new beyond the rules of each field. */
enum Newcomer {
    /** Signs up, and is told of every mistake at once. */
    ACCOUNT {
        @Override
        void check(UserDetails given, DetailsCheck check) {
            if (given.password() == null) {
                check.refuse("password", DetailsCheck.MISSING);
            }
            check.refuseInvalid();
        }
    },
    /** Is added by its main account. Without a password it can't sign in until it is given one. */
    MEMBER {
        @Override
        void check(UserDetails given, DetailsCheck check) {
            check.require("language", given.language());
            check.require("timezone", given.timezone());
            check.refuseFirstInvalid();
        }
    };

    /** Refuses what is missing or breaks a rule. */
    abstract void check(UserDetails given, DetailsCheck check);
}
