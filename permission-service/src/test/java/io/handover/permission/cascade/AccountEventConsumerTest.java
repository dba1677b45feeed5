package io.handover.permission.cascade;

import static io.handover.permission.TestWorkspace.IDENTITY;
import static io.handover.permission.TestWorkspace.PERMISSION;
import static io.handover.permission.TestWorkspace.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.identity.Access;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.kit.caller.Caller;
import io.handover.permission.TestWorkspace;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountEventConsumerTest {

    private final TestWorkspace workspace = TestWorkspace.open();
    private final Caller bob = workspace.addMember();

    @Test
    void revokesEverythingOfAMemberWhoLeaves() {
        Caller eve = workspace.addMember();
        workspace.grant(bob, "server", "*");
        workspace.grant(bob, "storage", "*");
        workspace.grant(eve, "server", "*");

        workspace.say(removed(bob));

        assertThat(workspace.permissions()).containsExactly("bob server * no");
        assertThat(workspace.permissionsSeenBy(bob)).isEmpty();
        refusedAs(workspace.grant(bob, "server", "*"), 404, "USER_NOT_FOUND");
        PERMISSION.hear(
                PermissionRevoked.class,
                event -> event.userId().equals(bob.userId())
                        && event.targetType().equals("storage"));
        assertThat(workspace.said(PermissionRevoked.class)).hasSize(2);
    }

    @Test
    void doesNotBringBackAMemberWhoseArrivalIsSaidAgain() {
        var added = workspace.say(workspace.added(TestCallers.aMemberOf(workspace.ada())));
        Caller eve = workspace.addMember();
        var joined = workspace.say(workspace.added(eve));
        workspace.say(removed(eve));

        IDENTITY.sayAgain(joined);
        IDENTITY.sayAgain(added);
        IDENTITY.sayUnknown(removed(bob));
        IDENTITY.sayPoison(removed(bob));
        IDENTITY.dropDeadLetter(workspace.accountId());
        workspace.say(new MemberChanged(workspace.accountId(), bob.userId()));

        refusedAs(workspace.grant(eve, "server", "*"), 404, "USER_NOT_FOUND");
        assertThat(workspace.grant(bob, "server", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheLeaveOfWhoNeverCame() {
        workspace.say(removed(TestCallers.aMemberOf(workspace.ada())));

        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void revokesEverythingOfAClosedAccount() {
        workspace.grant(bob, "server", "*");

        workspace.say(new AccountClosed(workspace.accountId()));

        assertThat(workspace.permissions()).isEmpty();
        refusedAs(workspace.grant(bob, "server", "*"), 404, "USER_NOT_FOUND");
        PERMISSION.hear(PermissionRevoked.class, event -> event.userId().equals(bob.userId()));
    }

    @Test
    void bringsNothingBackOfAClosedAccount() {
        Caller eve = TestCallers.aMemberOf(workspace.ada());
        workspace.addTag("dev");
        var closed = workspace.say(new AccountClosed(workspace.accountId()));

        IDENTITY.sayAgain(closed);
        workspace.say(new AccountClosed(workspace.accountId()));
        workspace.say(workspace.added(eve));
        workspace.addServer(eve);
        workspace.addTag("dev");

        assertThat(workspace.permissions()).isEmpty();
        refusedAs(workspace.grant(eve, "server", "*"), 404, "USER_NOT_FOUND");
        assertThat(workspace.said(PermissionGranted.class)).isEmpty();
    }

    @Test
    void closesAnAccountThatItNeverHeardOf() {
        UUID stranger = UUID.randomUUID();

        IDENTITY.say(new AccountClosed(stranger));
        workspace.say(workspace.added(TestCallers.aMemberOf(workspace.ada())));

        assertThat(workspace.grant(bob, "server", "*").statusCode()).isEqualTo(200);
    }

    @Test
    void replacesTheAccessOfAMemberAndSaysWhenItIsDone() {
        UUID server = workspace.addServer(workspace.ada());
        workspace.grant(bob, "server", "*");
        workspace.grant(bob, "storage", "*");

        var wanted = workspace.say(
                access(bob, List.of(new Access(server.toString(), true)), null, List.of(new Access("dev", false))));
        IDENTITY.sayAgain(wanted);

        assertThat(workspace.permissions())
                .containsExactlyInAnyOrder("bob server " + server + " yes", "bob storage *", "bob tag_access dev no");
        PERMISSION.hear(MemberAccessApplied.class, event -> event.memberId().equals(bob.userId()));
        assertThat(workspace.said(PermissionGranted.class))
                .filteredOn(event -> event.targetType().equals("tag_access"))
                .singleElement()
                .satisfies(event -> assertThat(event.grantedBy()).isEqualTo(workspace.accountId()));
        assertThat(workspace.said(PermissionRevoked.class))
                .singleElement()
                .satisfies(event -> assertThat(event.targetIdentifier()).isEqualTo("*"));
    }

    @Test
    void takesAllAccessThatIsSetToNothing() {
        workspace.grant(bob, "server", "*");
        workspace.grant(bob, "storage", "*");

        workspace.say(access(bob, List.of(), List.of(), null));

        assertThat(workspace.permissions()).isEmpty();
    }

    @Test
    void setsNoAccessToWhatIsDeletedOrForeign() {
        UUID deleted = workspace.addServer(workspace.ada());
        workspace.say(new ServerDeleted(workspace.accountId(), deleted));
        TestWorkspace other = TestWorkspace.open();
        UUID foreign = other.addServer(other.ada());
        other.permissions();
        UUID unheard = UUID.randomUUID();
        workspace.permissions();

        var all = Stream.of(deleted, foreign, unheard)
                .map(server -> new Access(server.toString(), false))
                .toList();
        workspace.say(access(bob, all, null, null));

        assertThat(workspace.permissions()).containsExactly("bob server " + unheard + " no");
    }

    @Test
    void answersTheWishForAMemberWhoHasLeft() {
        workspace.say(removed(bob));

        workspace.say(access(bob, List.of(new Access("*", true)), null, null));

        assertThat(workspace.permissions()).isEmpty();
        PERMISSION.hear(MemberAccessApplied.class, event -> event.memberId().equals(bob.userId()));
    }

    @Test
    void givesALateMemberWhatItHasMade() {
        Caller eve = TestCallers.aMemberOf(workspace.ada());
        UUID server = workspace.addServer(eve);
        UUID deleted = workspace.addServer(eve);
        UUID storage = workspace.addStorage(eve);
        workspace.say(new ServerDeleted(workspace.accountId(), deleted));
        assertThat(workspace.permissions()).isEmpty();

        workspace.say(workspace.added(eve));

        assertThat(workspace.permissionsSeenBy(eve))
                .containsExactlyInAnyOrder("bob server " + server + " no", "bob storage " + storage);
    }

    @RepeatedTest(10)
    void leavesNoPermissionBehindThatIsGrantedWhileItsMemberLeaves() {
        List<CompletableFuture<Integer>> grants = Stream.of("server", "storage", "network", "router")
                .map(type -> CompletableFuture.supplyAsync(
                        () -> workspace.grant(bob, type, "*").statusCode()))
                .toList();

        IDENTITY.say(removed(bob));

        assertThat(grants).extracting(CompletableFuture::join).isSubsetOf(200, 404);
        workspace.say(new MemberChanged(workspace.accountId(), bob.userId()));
        assertThat(workspace.permissions()).isEmpty();
    }

    private MemberRemoved removed(Caller member) {
        return new MemberRemoved(workspace.accountId(), member.userId(), member.username());
    }

    private MemberAccessSet access(
            Caller member,
            @Nullable List<Access> servers,
            @Nullable List<Access> storages,
            @Nullable List<Access> tags) {
        return new MemberAccessSet(
                workspace.accountId(),
                member.userId(),
                UUID.randomUUID(),
                servers,
                storages,
                null,
                tags,
                workspace.accountId());
    }
}
