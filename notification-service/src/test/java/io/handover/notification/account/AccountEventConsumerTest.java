package io.handover.notification.account;

import static io.handover.notification.TestHandover.ACCOUNTS;
import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAdded;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.ServerTagged;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountEventConsumerTest {

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    private static final TestTopic<DeliveryEvent> DELIVERIES = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    @Inject
    AgroalDataSource database;

    private final TestHandover handover = TestHandover.any();
    private final UUID account = handover.account().accountId();
    private final String elsewhere = "elsewhere-" + handover.email();

    @Test
    void sendsToTheContactAsItIsByThen() {
        handover.openAccount();
        var changed = ACCOUNTS.say(new ContactChanged(account, elsewhere, handover.phone()));
        ACCOUNTS.sayAgain(changed);

        order();

        arrives(elsewhere);
        assertThat(mail.to(handover.email())).isEmpty();
    }

    @Test
    void keepsTheNewerContactWhenTheOlderComesLate() {
        ACCOUNTS.say(new ContactChanged(account, elsewhere, handover.phone()));
        handover.openAccount();

        order();

        arrives(elsewhere);
    }

    @Test
    void doesNotOpenAClosedAccountAgain() throws SQLException {
        var closed = ACCOUNTS.say(new AccountClosed(account));
        ACCOUNTS.sayAgain(closed);
        ACCOUNTS.say(new AccountClosed(account));
        ACCOUNTS.say(new ContactChanged(account, elsewhere, handover.phone()));
        handover.openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));

        handover.recordAfter(SERVERS.say(handover.deployed())).then().statusCode(404);

        assertThat(left()).isEmpty();
    }

    @Test
    void endsAPasswordThatIsOnItsWayAndDestroysItsKey() throws SQLException {
        handover.openAccount();
        var generated = handover.generated(DeliveryMethod.EMAIL);
        handover.recordAfter(CREDENTIALS.say(generated)).then().statusCode(200);

        handover.recordAfter(ACCOUNTS.say(new AccountClosed(account))).then().statusCode(404);

        assertThat(DELIVERIES
                        .hear(
                                PasswordDeliveryFailed.class,
                                event -> event.deliveryId().equals(handover.deliveryId()))
                        .reason())
                .isEqualTo("the account was closed");
        assertThat(tablesWith(generated.keyId().toString())).isEmpty();
        assertThat(tablesWith(handover.deliveryId().toString())).isSubsetOf("outbox");
        handover.recordAfter(SERVERS.say(handover.deployed())).then().statusCode(404);
        assertThat(mail.to(handover.email())).isEmpty();
    }

    @Test
    void forgetsRecordsContactsSettingsAndTheTrail() throws SQLException {
        handover.order(DeliveryMethod.EMAIL).recordIn("delivered");
        given().header("Authorization", TestCallers.bearer(handover.account()))
                .contentType("application/json")
                .body("{\"rotate_on_bounce\":true}")
                .put("/v1/delivery-settings")
                .then()
                .statusCode(200);
        SERVERS.say(new ServerTagged(account, handover.serverId(), "dev", account));
        assertThat(left()).contains("contact", "delivery", "delivery_setting", "audit_line", "audit_chain");

        handover.recordAfter(ACCOUNTS.say(new AccountClosed(account))).then().statusCode(404);

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(tablesWith(handover.email().substring(1))).isEmpty();
        assertThat(tablesWith(handover.hostname())).isEmpty();
    }

    @Test
    void passesOverWhatIsUnknownAndPutsAsideWhatIsPoisoned() {
        var opened = new AccountOpened(account, "ada", elsewhere, handover.phone());
        ACCOUNTS.sayUnknown(opened);
        ACCOUNTS.sayPoison(opened);
        ACCOUNTS.say(new MemberAdded(account, UUID.randomUUID(), "bob"));
        handover.openAccount();
        ACCOUNTS.dropDeadLetter(account);

        order();

        arrives(handover.email());
    }

    /** The tables that still know the account, beside those that only count. */
    private List<String> left() throws SQLException {
        List<String> tables = tablesWith(account.toString());
        tables.removeAll(List.of("account_version", "closed_account", "outbox", "projection_version"));
        return tables;
    }

    private List<String> tablesWith(String text) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = database.getConnection();
                var all = connection.createStatement();
                var names = all.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                String table = names.getString(1);
                try (var query =
                        connection.prepareStatement("select from " + table + " r where position(? in r::text) > 0")) {
                    query.setString(1, text);
                    if (query.executeQuery().next()) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }

    private void order() {
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        SERVERS.say(handover.deployed());
    }

    private void arrives(String address) {
        handover.recordIn("delivered");
        assertThat(mail.to(address)).hasSize(1);
    }
}
