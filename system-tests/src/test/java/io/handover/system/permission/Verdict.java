package io.handover.system.permission;

/** What becomes of a request, as far as permissions decide it. */
enum Verdict {
    /** It is carried out, or refused for another reason than who asks. */
    YES,
    /** 403, or an explanation that says no. */
    FORBIDDEN,
    /** 404: there is none, or none that may be known of. */
    ABSENT
}
