package io.handover.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.handover.gateway.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @Test
    void readsPathAndQueryAsTheyWereWritten() {
        RequestTarget target = RequestTarget.parse("/1.3/server/a%20b?label=x%3Dy&z");

        assertThat(target.uri()).isEqualTo("/1.3/server/a%20b?label=x%3Dy&z");
        assertThat(target.path()).isEqualTo("/1.3/server/a%20b");
        assertThat(target.segments()).containsExactly("1.3", "server", "a b");
    }

    @Test
    void readsTheAbsoluteFormByItsPath() {
        assertThat(RequestTarget.parse("http://elsewhere:99/1.3/zone?x=1").uri())
                .isEqualTo("/1.3/zone?x=1");
    }

    @Test
    void makesNoSegmentOfATrailingSlash() {
        assertThat(RequestTarget.parse("/1.3/zone/").segments()).containsExactly("1.3", "zone");
        assertThat(RequestTarget.parse("/").segments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1.3/../v1/sessions",
                "/1.3/./zone",
                "/1.3/%2e%2e/zone",
                "/1.3/.%2E/zone",
                "/1.3/..%2fzone",
                "/1.3/a%2Fb",
                "/1.3/a%5cb",
                "/1.3/a\\b",
                "//1.3/zone",
                "/1.3//zone",
                "/1.3/zone//",
                "/1.3/zone;x=1",
                "/1.3/zone%3bx",
                "/1.3/%00",
                "/1.3/%0d%0a",
                "/1.3/%7f",
                "/1.3/%zz",
                "/1.3/%c0%ae%c0%ae",
                "/1.3/zone#top",
                "/1.3/zone?x=%",
                "/1.3/ä",
                "/1.3/a b",
                "/1.3/<a>",
                "http://elsewhere",
                "mailto:ada@example.org",
                "*",
                "zone",
                "?x=1",
                ""
            })
    void refusesWhatCouldBeReadInTwoWays(String ambiguous) {
        assertThatThrownBy(() -> RequestTarget.parse(ambiguous))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::status)
                .isEqualTo(400);
    }

    @Test
    void takesTheLongestTargetAndRefusesALongerOne() {
        String longest = "/" + "a".repeat(RequestTarget.MAX_LENGTH - 1);

        assertThat(RequestTarget.parse(longest).segments()).hasSize(1);
        assertThatThrownBy(() -> RequestTarget.parse(longest + "a"))
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::status)
                .isEqualTo(414);
    }

    @Test
    void showsAPathThatCannotBeParsedInPrintableCharactersOnly() {
        assertThat(RequestTarget.pathOf("/a\u0007b c?secret=1")).isEqualTo("/a?b?c");
        assertThat(RequestTarget.pathOf("/" + "a".repeat(10_000))).hasSize(RequestTarget.MAX_LENGTH);
    }
}
