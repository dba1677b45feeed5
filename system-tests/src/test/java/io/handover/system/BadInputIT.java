package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every endpoint says to what it cannot do: the status, the code, and the shape that belongs to the path. */
@ExtendWith(RunningStack.class)
class BadInputIT {

    private static final String UNKNOWN = "00ffffff-ffff-4fff-8fff-ffffffffffff";
    private static final String UNKNOWN_STORAGE = "01ffffff-ffff-4fff-8fff-ffffffffffff";

    private static Workspace ada;
    private static Workspace eve;
    private static Map<String, String> words;

    @BeforeAll
    static void openTwoAccounts(RunningStack stack) {
        ada = Workspace.open(stack.api(), "ada");
        eve = Workspace.open(stack.api(), "eve");
        String server = ada.deploy("web.example.org", "none").server();
        ada.addMember("bob");
        ada.makeTag("dev");
        words = Map.ofEntries(
                Map.entry("{server}", server),
                Map.entry("{foreign}", eve.deploy("eve.example.org", "none").server()),
                Map.entry("{unknown}", UNKNOWN),
                Map.entry("{unknown-storage}", UNKNOWN_STORAGE),
                Map.entry("{ada}", ada.username()),
                Map.entry("{bob}", ada.member()),
                Map.entry("{eve}", eve.username()),
                Map.entry("{disk}", Deploy.disk()),
                Map.entry("{long}", "x".repeat(2_000)));
    }

    @TestFactory
    Stream<DynamicTest> refuses() {
        return BadInput.TABLE
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(BadInput::parse)
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    private static void check(BadInput row) {
        BadInput concrete = row.with(words);

        Response answer = send(concrete);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.status());
        assertThat(ErrorCode.of(concrete.path(), answer)).as(answer.asString()).isEqualTo(row.code());
    }

    private static Response send(BadInput row) {
        Caller caller = switch (row.caller()) {
            case "ada" -> ada.owner();
            case "bob" -> ada.asMember();
            case "wrong" -> new Caller(ada.username(), "not the right password");
            case "nobody" -> Caller.NOBODY;
            default -> throw new IllegalArgumentException(row.caller());
        };
        return ada.api().send(caller, row.method(), row.path(), row.body());
    }
}
