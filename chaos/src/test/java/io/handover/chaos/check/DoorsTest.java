package io.handover.chaos.check;

import static io.handover.chaos.check.Past.ACCESS;
import static io.handover.chaos.check.Past.TOKEN;
import static io.handover.chaos.history.Outcome.ACKNOWLEDGED;
import static io.handover.chaos.history.Outcome.REFUSED;
import static io.handover.chaos.history.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.chaos.history.Kind;
import org.junit.jupiter.api.Test;

class DoorsTest {

    private final Past past = new Past();

    @Test
    void findsARequestThatGotInAfterARevoke() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED);

        assertThat(past.violations()).singleElement().asString().startsWith("got in: ENTER of access");
    }

    @Test
    void findsOneThatGotInThroughAnotherGateway() {
        past.did(Kind.ISSUE_TOKEN, TOKEN, ACKNOWLEDGED)
                .did(Kind.DELETE_TOKEN, TOKEN, ACKNOWLEDGED)
                .did(Kind.ENTER, TOKEN, ACKNOWLEDGED, 1)
                .did(Kind.ENTER, TOKEN, REFUSED, 1);

        assertThat(past.violations()).singleElement().asString().startsWith("got in: ENTER of token");
        assertThat(past.verdict().tried()).isEqualTo(2);
    }

    @Test
    void findsOneThatGotInThroughAGatewayThatStartedAfterwards() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .killed("gateway")
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED);

        assertThat(past.violations()).singleElement().asString().startsWith("got in");
    }

    @Test
    void isNotExcusedByAnotherGatewaysDeath() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .killed("gateway-2")
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED)
                .present(ACCESS);

        assertThat(past.violations()).anyMatch(violation -> violation.startsWith("got in"));
    }

    @Test
    void findsWhoIsKeptOutAfterAGrant() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.ENTER, ACCESS, REFUSED)
                .present(ACCESS);

        assertThat(past.violations()).singleElement().asString().startsWith("kept out: ENTER of access");
    }

    @Test
    void findsARequestThatGotInAfterTheServerWasDeleted() {
        past.did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.DELETE, Past.SERVER, ACKNOWLEDGED)
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED);

        assertThat(past.violations()).singleElement().asString().startsWith("got in");
    }

    @Test
    void saysNothingWhereAnOpeningMayStillHappen() {
        past.did(Kind.GRANT, ACCESS, UNKNOWN)
                .did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED);

        assertThat(past.violations()).isEmpty();
        assertThat(past.verdict().tried()).isZero();
    }

    @Test
    void mayLetInAgainAfterAnotherGrant() {
        past.did(Kind.REVOKE, ACCESS, ACKNOWLEDGED)
                .did(Kind.GRANT, ACCESS, ACKNOWLEDGED)
                .did(Kind.ENTER, ACCESS, ACKNOWLEDGED)
                .present(ACCESS);

        assertThat(past.violations()).isEmpty();
    }
}
