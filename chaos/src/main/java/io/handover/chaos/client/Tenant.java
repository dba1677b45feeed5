package io.handover.chaos.client;

import io.handover.chaos.history.History;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import io.handover.chaos.plan.Intent;
import io.handover.quickstart.client.Client;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An account with a member. It changes one thing after the other, through any gateway, and after each change of who may
 * what tries the door: through the gateway that took the change, and through the others.
 */
public final class Tenant {

    private final int number;
    private final String member;
    private final Owner owner;
    private final Passes passes;
    private final Fleet fleet;

    /**
     * One of many.
     *
     * @param number decides its name, and how its messages fare
     */
    public Tenant(int number, List<URI> gateways, History history, Supplier<Duration> elapsed, Clock clock) {
        this.number = number;
        this.owner = new Owner("tenant" + number, new Scribe(new Gateways(gateways), history, elapsed));
        this.member = owner.name() + "bob";
        this.passes = new Passes(owner);
        this.fleet = new Fleet(owner, member, clock);
    }

    /** Its user name. */
    public String username() {
        return owner.name();
    }

    /** Passwords that it saw in answers. */
    public List<KnownPassword> shown() {
        return fleet.shown();
    }

    /** Hostnames that a gateway lists to it. */
    public List<String> listed(int gateway) {
        return Client.await(
                        "The list of " + username(),
                        () -> Optional.of(owner.ask(Request.get("/1.3/server?limit=100"), gateway))
                                .filter(Answer::isAcknowledged))
                .body()
                .path("servers")
                .path("server")
                .findValuesAsText("hostname");
    }

    /** Opens the account, with a member and a tag that this may use. True if all of it was acknowledged. */
    public boolean open() {
        return signUp(owner.name(), 0)
                && done("/1.3/account/sub", Orders.member(member, Owner.PASSWORD))
                && done("/1.3/tag", Orders.tag(Fleet.TAG))
                && done("/1.3/permission/grant", Orders.permission(member, "tag_access", Fleet.TAG));
    }

    /** Does what is intended, if there is anything to do it with. */
    public void act(Intent intent) throws InterruptedException {
        Thread.sleep(intent.pause());
        int gateway = intent.gateway() % owner.gateways();
        switch (intent.deed()) {
            case SIGN_UP -> signUp(owner.next("guest"), gateway);
            case ADD_MEMBER -> passes.addMember(gateway);
            case REMOVE_MEMBER -> passes.removeMember(intent.pick(), gateway);
            case ISSUE_TOKEN -> passes.issueToken(gateway);
            case DELETE_TOKEN -> passes.deleteToken(intent.pick(), gateway);
            case DEPLOY -> fleet.deploy(intent, gateway);
            case DELETE -> fleet.delete(intent.pick(), gateway);
            case TURN_ACCESS -> fleet.turnAccess(intent.pick(), gateway);
            case ROTATE -> fleet.rotate(intent, gateway);
        }
    }

    private boolean signUp(String username, int gateway) {
        String account = Orders.account(username, Owner.PASSWORD, Recipients.email(number), Recipients.phone(number));
        return owner.signUp(new Subject(Thing.ACCOUNT, username), Request.post("/v1/accounts", account), gateway)
                .isAcknowledged();
    }

    private boolean done(String path, String body) {
        return owner.ask(Request.post(path, body), 0).isAcknowledged();
    }
}
