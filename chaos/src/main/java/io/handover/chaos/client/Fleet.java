package io.handover.chaos.client;

import io.handover.chaos.history.Kind;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import io.handover.chaos.plan.Intent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The servers of an account, and a member who is let in to them and kept out of them. */
final class Fleet {

    static final String TAG = "shared";

    private static final int SERVERS_MAX = 12;
    private static final int STOP_LOOKS_MAX = 40;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Owner owner;
    private final String member;
    private final Clock clock;
    private final List<RunningServer> servers = new ArrayList<>();
    private final List<KnownPassword> shown = new ArrayList<>();

    Fleet(Owner owner, String member, Clock clock) {
        this.owner = owner;
        this.member = member;
        this.clock = clock;
    }

    /** Passwords that were in answers. */
    List<KnownPassword> shown() {
        return List.copyOf(shown);
    }

    /** Asked for again when there was no answer, as one may with the same key. */
    void deploy(Intent intent, int gateway) throws InterruptedException {
        if (servers.size() >= SERVERS_MAX) {
            return;
        }
        var server = new Subject(Thing.SERVER, owner.next("server") + ".example.org");
        Request request = Request.post("/1.3/server", Orders.server(server.name(), intent.channel()))
                .with("Idempotency-Key", server.name());
        Answer answer = owner.send(Kind.DEPLOY, server, request, gateway);
        if (answer.outcome() == Outcome.UNKNOWN) {
            Thread.sleep(LOOK);
            answer = owner.send(Kind.DEPLOY, server, request, (gateway + 1) % owner.gateways());
        }
        if (answer.isAcknowledged()) {
            String id = answer.body().path("server").path("uuid").asText();
            see(server.name(), "", answer.body().path("server").path("password").asText());
            servers.add(new RunningServer(server.name(), id, intent.pick() % 2 == 0));
        }
    }

    void delete(int pick, int gateway) throws InterruptedException {
        if (servers.isEmpty()) {
            return;
        }
        RunningServer server = servers.get(pick % servers.size());
        Request stop = Request.post(server.path() + "/stop", Orders.HARD_STOP);
        Answer stopped = owner.send(Kind.STOP, server.server(), stop, gateway);
        if (stopped.outcome() == Outcome.REFUSED || !comesToStop(server, gateway)) {
            return;
        }
        Request delete = Request.delete(server.path() + "?storages=1");
        Answer answer = owner.send(Kind.DELETE, server.server(), delete, gateway);
        if (answer.outcome() != Outcome.REFUSED) {
            servers.remove(server);
        }
        owner.tryDoor(answer, server.access(), door(server), gateway);
    }

    void turnAccess(int pick, int gateway) {
        if (servers.isEmpty()) {
            return;
        }
        RunningServer server = servers.get(pick % servers.size());
        Answer answer = owner.send(server.turn(), server.access(), server.turning(member, TAG), gateway);
        if (answer.outcome() != Outcome.REFUSED) {
            server.turned();
        }
        owner.tryDoor(answer, server.access(), door(server), gateway);
    }

    void rotate(Intent intent, int gateway) {
        if (servers.isEmpty()) {
            return;
        }
        RunningServer server = servers.get(intent.pick() % servers.size());
        Request request = Request.post("/v1/servers/" + server.id() + "/password", Orders.rotation(intent.channel()));
        Answer answer = owner.send(Kind.ROTATE, server.server(), request, gateway);
        see(
                server.hostname(),
                answer.body().path("delivery").asText(),
                answer.body().path("password").asText());
    }

    private boolean comesToStop(RunningServer server, int gateway) throws InterruptedException {
        for (int look = 0; look < STOP_LOOKS_MAX; look++) {
            Answer answer = owner.ask(Request.get(server.path()), (gateway + look) % owner.gateways());
            if (answer.body().path("server").path("state").asText().equals("stopped")) {
                return true;
            }
            Thread.sleep(LOOK);
        }
        return false;
    }

    private Request door(RunningServer server) {
        return Request.get(server.path()).as(member, Owner.PASSWORD);
    }

    private void see(String hostname, String delivery, String password) {
        if (!password.isEmpty()) {
            shown.add(new KnownPassword(hostname, "none", delivery, password, clock.instant()));
        }
    }
}
