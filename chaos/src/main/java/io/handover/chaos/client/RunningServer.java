package io.handover.chaos.client;

import io.handover.chaos.history.Kind;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;

/** A server that was acknowledged. Who else may control it is said by a permission, or by a tag that was granted. */
final class RunningServer {

    private final String hostname;
    private final String id;
    private final boolean byTag;
    private boolean open;

    RunningServer(String hostname, String id, boolean byTag) {
        this.hostname = hostname;
        this.id = id;
        this.byTag = byTag;
    }

    String id() {
        return id;
    }

    String hostname() {
        return hostname;
    }

    Subject server() {
        return new Subject(Thing.SERVER, hostname);
    }

    Subject access() {
        return new Subject(Thing.ACCESS, hostname);
    }

    String path() {
        return "/1.3/server/" + id;
    }

    /** What gives access, or takes it. */
    Kind turn() {
        if (byTag) {
            return open ? Kind.UNTAG : Kind.TAG;
        }
        return open ? Kind.REVOKE : Kind.GRANT;
    }

    Request turning(String member, String tag) {
        String body = Orders.permission(member, "server", id);
        return switch (turn()) {
            case TAG -> Request.post(path() + "/tag/" + tag, "");
            case UNTAG -> Request.post(path() + "/untag/" + tag, "");
            case GRANT -> Request.post("/1.3/permission/grant", body);
            default -> Request.post("/1.3/permission/revoke", body);
        };
    }

    void turned() {
        open = !open;
    }
}
