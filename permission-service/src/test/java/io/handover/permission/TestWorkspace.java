package io.handover.permission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.MemberAdded;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.TagCreated;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The account of Ada and what its neighbours say of it. A request waits for all that was said, as behind the gateway.
 */
public final class TestWorkspace {

    public static final TestTopic<AccountEvent> IDENTITY = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    public static final TestTopic<ServerEvent> PROVISIONING = new TestTopic<>(Topics.PROVISIONING_SERVER);
    public static final TestTopic<PermissionEvent> PERMISSION = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();
    private long accountVersion;
    private long serverVersion;

    public static TestWorkspace open() {
        var workspace = new TestWorkspace();
        Caller ada = workspace.ada;
        workspace.say(new AccountOpened(ada.accountId(), ada.username(), "ada@example.org", "+358401234567"));
        return workspace;
    }

    public Caller ada() {
        return ada;
    }

    public UUID accountId() {
        return ada.accountId();
    }

    public Caller addMember() {
        Caller bob = TestCallers.aMemberOf(ada);
        say(added(bob));
        return bob;
    }

    public MemberAdded added(Caller member) {
        return new MemberAdded(accountId(), member.userId(), member.username());
    }

    public UUID addServer(Caller requestedBy) {
        UUID server = UUID.randomUUID();
        say(new ServerRequested(accountId(), server, requestedBy.userId(), "web", "fi-hel1", "1xCPU-1GB"));
        return server;
    }

    public UUID addStorage(Caller createdBy) {
        UUID storage = UUID.randomUUID();
        say(new StorageCreated(accountId(), storage, createdBy.userId()));
        return storage;
    }

    public void addTag(String name) {
        say(new TagCreated(accountId(), name));
    }

    public ProducerRecord<String, String> say(AccountEvent event) {
        ProducerRecord<String, String> record = IDENTITY.say(event);
        accountVersion = TestTopic.versionOf(record);
        return record;
    }

    public ProducerRecord<String, String> say(ServerEvent event) {
        ProducerRecord<String, String> record = PROVISIONING.say(event);
        serverVersion = TestTopic.versionOf(record);
        return record;
    }

    public RequestSpecification as(Caller caller) {
        return given().header("Authorization", TestCallers.bearer(caller))
                .header(
                        "Handover-Account-Version",
                        "identity.account.v1=" + accountVersion + ", provisioning.server.v1=" + serverVersion)
                .contentType("application/json");
    }

    public Response grant(Caller member, String type, Object identifier) {
        return as(ada).body(document(member, type, identifier, "")).post("/1.3/permission/grant");
    }

    public Response grantWithStorage(Caller member, String type, Object identifier) {
        return as(ada).body(document(member, type, identifier, ",\"options\":{\"storage\":\"yes\"}"))
                .post("/1.3/permission/grant");
    }

    public Response revoke(Caller member, String type, Object identifier) {
        return as(ada).body(document(member, type, identifier, "")).post("/1.3/permission/revoke");
    }

    /** Each as {@code <user> <type> <identifier> [<storage>]}, without the user's unique end. */
    public List<String> permissions() {
        return permissionsSeenBy(ada);
    }

    public List<String> permissionsSeenBy(Caller caller) {
        Response answer = as(caller).get("/1.3/permission");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("permissions.permission", Entry.class).stream()
                .map(Entry::text)
                .toList();
    }

    /** What permission-service has said of this account. */
    public <T extends PermissionEvent> List<T> said(Class<T> type) {
        return PERMISSION.heard().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.key().equals(accountId().toString()))
                .toList();
    }

    public static String document(Caller member, String type, Object identifier, String rest) {
        return """
                {"permission":{"user":"%s","target_type":"%s","target_identifier":"%s"%s}}""".formatted(member.username(), type, identifier, rest);
    }

    public static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }

    /** Read by name. */
    public record Entry(
            String user,
            String target_type,
            String target_identifier,
            @Nullable Options options) {

        String text() {
            String text = user.substring(0, 3) + " " + target_type + " " + target_identifier;
            return options == null ? text : text + " " + options.storage();
        }
    }

    /** Of an entry. */
    public record Options(String storage) {}
}
