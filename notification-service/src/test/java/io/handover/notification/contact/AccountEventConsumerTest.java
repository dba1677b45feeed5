package io.handover.notification.contact;

import static io.handover.notification.TestHandover.ACCOUNTS;
import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAdded;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountEventConsumerTest {

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

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
    void doesNotOpenAClosedAccountAgain() {
        ACCOUNTS.say(new AccountClosed(account));
        ACCOUNTS.say(new ContactChanged(account, elsewhere, handover.phone()));
        handover.openAccount();

        order();

        assertThat(handover.recordIn("failed").<String>path("reason")).isEqualTo("the account was closed");
        assertThat(mail.to(elsewhere)).isEmpty();
    }

    @Test
    void passesOverWhatIsUnknownAndPutsAsideWhatIsPoisoned() {
        var opened = new AccountOpened(account, "ada", elsewhere, handover.phone());
        ACCOUNTS.sayUnknown(opened);
        ACCOUNTS.sayPoison(opened);
        ACCOUNTS.say(new MemberAdded(account, UUID.randomUUID(), "bob"));
        handover.openAccount();

        order();

        arrives(handover.email());
        ACCOUNTS.hearDeadLetter(record -> account.toString().equals(record.key()));
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
