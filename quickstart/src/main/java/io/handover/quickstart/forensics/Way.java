package io.handover.quickstart.forensics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of a server's password. */
enum Way {
    SHOWN(Owner.READY, "none", 3),
    MAILED(Owner.READY, "email", 3),
    TEXTED(Owner.READY, "sms", 2),
    MAIL_REFUSED(Owner.REFUSING, "email", 1),
    TEXT_REFUSED(Owner.REFUSING, "sms", 1),
    /** Put off until it expires. */
    MAIL_PUT_OFF(Owner.AWAY, "email", 1),
    /** Put off until it expires. */
    TEXT_PUT_OFF(Owner.AWAY, "sms", 1),
    /** Taken by a provider that does not say so. */
    TEXT_UNANSWERED(Owner.SILENT, "sms", 1),
    /** Put off, and then the server is deleted. */
    DELETED(Owner.AWAY, "email", 1);

    private static final List<Way> MIX = Arrays.stream(values())
            .flatMap(way -> Stream.generate(() -> way).limit(way.share))
            .toList();

    private final Owner owner;
    private final String method;
    private final int share;

    Way(Owner owner, String method, int share) {
        this.owner = owner;
        this.method = method;
        this.share = share;
    }

    /** Every way comes up again and again, often the usual ones. */
    static Way of(int number) {
        return MIX.get(number % MIX.size());
    }

    Owner owner() {
        return owner;
    }

    /** The member of the server object that asks for it. */
    String login() {
        return "\"password_delivery\":\"" + method + "\"";
    }
}
