package io.handover.quickstart.inbox;

/** What becomes of a message. Some recipients stand for a trouble, so that one can see what follows from it. */
public enum Fate {
    /** As it should be. */
    TAKEN,
    /** For good. */
    REFUSED,
    /** It may be tried again. */
    PUT_OFF,
    /** It is taken, and the answer takes its time. */
    SLOW,
    /** It was taken, and nobody says so. */
    UNANSWERED;

    /** By how the address begins. */
    static Fate ofMailTo(String address) {
        if (address.startsWith("refused")) {
            return REFUSED;
        }
        if (address.startsWith("slow")) {
            return SLOW;
        }
        return address.startsWith("later") ? PUT_OFF : TAKEN;
    }

    /** By how the number ends. */
    static Fate ofTextTo(String number) {
        if (number.endsWith("9901")) {
            return REFUSED;
        }
        if (number.endsWith("9902")) {
            return PUT_OFF;
        }
        return number.endsWith("9903") ? UNANSWERED : TAKEN;
    }
}
