package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.system.Exchange.Fact;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the rows of one page of the contract are played: an account, its member, a stranger, and the words kept so far.
 */
final class Stage {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Pattern WORD = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    private final Shapes shapes;
    private final Workspace ada;
    private final Workspace eve;
    private final Map<String, String> words = new ConcurrentHashMap<>();

    Stage(Api api, Shapes shapes) {
        this.shapes = shapes;
        ada = Workspace.open(api, "ada");
        ada.addMember("bob");
        eve = Workspace.open(api, "eve");
        words.put("ada", ada.username());
        words.put("bob", ada.member());
        words.put("eve", eve.username());
        words.put("password", ada.owner().password());
        words.put("long", "x".repeat(2_000));
    }

    void define(String word, String text) {
        words.put(word, filled(text));
    }

    void play(Exchange row) {
        if (row.polls()) {
            await().atMost(LONG_ENOUGH).pollInterval(OFTEN).untilAsserted(() -> check(row, send(row)));
        } else {
            check(row, send(row));
        }
    }

    private Response send(Exchange row) {
        return ada.api().send(caller(row.who()), row.method(), filled(row.path()), filled(row.body()));
    }

    private Caller caller(String who) {
        return switch (who) {
            case "ada" -> ada.owner();
            case "bob" -> ada.asMember();
            case "eve" -> eve.owner();
            case "nobody" -> Caller.NOBODY;
            case "wrong" -> new Caller(ada.username(), "not the right password");
            default ->
                who.startsWith("token ")
                        ? Caller.withToken(filled(who.substring("token ".length())))
                        : new Caller(word(who), word("password"));
        };
    }

    private void check(Exchange row, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.status());
        // Before the shape is looked at: a wrong field does not take the rows below with it.
        row.facts().stream().filter(fact -> fact.verb().equals("->")).forEach(fact -> check(fact, answer));
        if (row.said().isEmpty()) {
            assertThat(answer.asString()).isEmpty();
            assertThat(answer.contentType()).isEmpty();
        } else if (row.saysCode()) {
            assertThat(ErrorCode.of(filled(row.path()), answer))
                    .as(answer.asString())
                    .isEqualTo(row.said());
        } else {
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(shapes.of(row.said()).faults("", answer.jsonPath().get("$")))
                    .as(answer.asString())
                    .isEmpty();
        }
        row.facts().forEach(fact -> check(fact, answer));
    }

    private void check(Fact fact, Response answer) {
        JsonPath body = answer.jsonPath();
        Object value = body.get(fact.path());
        String wanted = filled(fact.value());
        switch (fact.verb()) {
            case "->" -> words.put(fact.value(), Objects.toString(value));
            case "=" -> assertThat(Objects.toString(value)).as(fact.path()).isEqualTo(wanted);
            case "has" ->
                assertThat((Collection<?>) value)
                        .as(fact.path())
                        .extracting(Object::toString)
                        .contains(wanted);
            case "lacks" ->
                assertThat((Collection<?>) value)
                        .as(fact.path())
                        .extracting(Object::toString)
                        .doesNotContain(wanted);
            case "is" -> assertThat(value).as(fact.path()).isNull();
            default -> throw new IllegalArgumentException(fact.verb());
        }
    }

    /** With its words in braces replaced. */
    private String filled(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
    }

    private String word(String name) {
        return Objects.requireNonNull(words.get(name), "nothing was kept as " + name);
    }
}
