package io.handover.chaos.client;

import io.handover.chaos.history.Kind;
import io.handover.chaos.history.Outcome;
import io.handover.chaos.history.Subject;
import io.handover.chaos.history.Thing;
import java.util.ArrayList;
import java.util.List;

/** The members and the tokens of an account, each good for one door. */
final class Passes {

    private static final String MEMBERS = "/1.3/account/sub";
    private static final String TOKENS = "/1.3/account/tokens";
    private static final Request DOOR = Request.get("/1.3/account");

    private final Owner owner;
    private final List<Pass> members = new ArrayList<>();
    private final List<Pass> tokens = new ArrayList<>();

    Passes(Owner owner) {
        this.owner = owner;
    }

    /** Something that lets in, and what it is called. */
    private record Pass(Subject subject, Request door, String id) {}

    void addMember(int gateway) {
        var member = new Subject(Thing.MEMBER, owner.next("member"));
        Request request = Request.post(MEMBERS, Orders.member(member.name(), Owner.PASSWORD));
        Answer answer = owner.send(Kind.ADD_MEMBER, member, request, gateway);
        Request door = DOOR.as(member.name(), Owner.PASSWORD);
        begin(members, new Pass(member, door, member.name()), answer, gateway);
    }

    void removeMember(int pick, int gateway) {
        end(members, pick, Kind.REMOVE_MEMBER, MEMBERS, gateway);
    }

    void issueToken(int gateway) {
        var token = new Subject(Thing.TOKEN, owner.next("token"));
        Request request = Request.post(TOKENS, Orders.token(token.name()));
        Answer answer = owner.send(Kind.ISSUE_TOKEN, token, request, gateway);
        Request door = DOOR.withToken(answer.body().path("token").asText());
        begin(tokens, new Pass(token, door, answer.body().path("id").asText()), answer, gateway);
    }

    void deleteToken(int pick, int gateway) {
        end(tokens, pick, Kind.DELETE_TOKEN, TOKENS, gateway);
    }

    private void begin(List<Pass> passes, Pass pass, Answer answer, int gateway) {
        if (answer.isAcknowledged()) {
            passes.add(pass);
            owner.tryDoor(answer, pass.subject(), pass.door(), gateway);
        }
    }

    private void end(List<Pass> passes, int pick, Kind kind, String path, int gateway) {
        if (passes.isEmpty()) {
            return;
        }
        Pass pass = passes.get(pick % passes.size());
        Answer answer = owner.send(kind, pass.subject(), Request.delete(path + "/" + pass.id()), gateway);
        if (answer.outcome() != Outcome.REFUSED) {
            passes.remove(pass);
        }
        owner.tryDoor(answer, pass.subject(), pass.door(), gateway);
    }
}
