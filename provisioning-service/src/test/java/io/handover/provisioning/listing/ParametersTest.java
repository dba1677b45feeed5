package io.handover.provisioning.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

    @Test
    void listsAllWithoutALimit() {
        assertThat(given("limit", "").page()).isEqualTo(Page.ALL);
        assertThat(given("offset", "7").page()).isEqualTo(new Page(null, 7));
    }

    @ParameterizedTest
    @CsvSource({"limit,1", "limit,100", "offset,0", "offset,2147483647"})
    void takesNumbersUpToTheirLimits(String name, String value) {
        assertThat(given(name, value).page()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,101",
        "limit,-1",
        "limit,ten",
        "limit,1.5",
        "offset,-1",
        "offset,2147483648",
        "offset,x"
    })
    void refusesNumbersBeyondTheirLimits(String name, String value) {
        assertThatThrownBy(() -> given(name, value).page())
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(name + ": must be a number");
    }

    @Test
    void boundsFreeText() {
        assertThat(given("search", "x".repeat(255)).text("search")).isPresent();
        assertThat(given("search", "").text("search")).isEmpty();
        assertThatThrownBy(() -> given("search", "x".repeat(256)).text("search"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> given("search", "a\0b").text("search")).isInstanceOf(Refusal.class);
    }

    @Test
    void boundsHowOftenAValueComes() {
        assertThat(given("host", "1", "2", "3", "4", "5").any("host", Long::valueOf, "rule"))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThatThrownBy(() -> given("host", "1", "2", "3", "4", "5", "6").any("host", Long::valueOf, "rule"))
                .isInstanceOf(Refusal.class)
                .hasMessage("host: must not come more than 5 times.");
        assertThatThrownBy(() -> given("host", "a").any("host", Long::valueOf, "must be a number."))
                .isInstanceOf(Refusal.class)
                .hasMessage("host: must be a number.");
    }

    @Test
    void orderCountsOnlyWithWhatToSortBy() {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle("order_by", "desc");
        assertThat(new Parameters(query).descending()).isFalse();
        query.putSingle("sort_by", "title");
        assertThat(new Parameters(query).descending()).isTrue();
        query.putSingle("order_by", "down");
        assertThatThrownBy(() -> new Parameters(query).descending())
                .isInstanceOf(Refusal.class)
                .hasMessage("order_by: must be one of asc, desc.");
    }

    @Test
    void beginsAPageEarlierAsFarAsItCan() {
        assertThat(new Page(10, 3).beginningEarlier(4)).isEqualTo(new Page(13, 0));
        assertThat(new Page(10, 9).beginningEarlier(4)).isEqualTo(new Page(14, 5));
        assertThat(new Page(null, 9).beginningEarlier(4)).isEqualTo(new Page(null, 5));
        assertThat(Page.ALL.beginningEarlier(4)).isEqualTo(Page.ALL);
    }

    private static Parameters given(String name, String... values) {
        var query = new MultivaluedHashMap<String, String>();
        query.put(name, List.of(values));
        return new Parameters(query);
    }
}
