package io.handover.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handover.quickstart.fuzz.Schemathesis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./handover fuzz} in short, where it has been run before: nothing is downloaded here. */
@ExtendWith(RunningStack.class)
class FuzzIT {

    private static final long SEED = 42;
    private static final int EXAMPLES = 3;
    private static final int ACCOUNT_IS_THERE = 200;

    @Test
    void answersWhatItsDocumentsSay(RunningStack stack) throws InterruptedException {
        Optional<Schemathesis> schemathesis = Schemathesis.installed(Path.of(System.getProperty("handover.checkout")));
        assumeTrue(
                schemathesis.isPresent(),
                "skipped: no Python here has fuzz/requirements.txt; ./handover fuzz gets it, or HANDOVER_PYTHON names one");
        Caller owner = Workspace.open(stack.api(), "fuzzy").owner();
        var told = new ByteArrayOutputStream();

        int status = schemathesis
                .get()
                .run(
                        stack.api().gateway(),
                        owner.username(),
                        owner.password(),
                        SEED,
                        EXAMPLES,
                        List.of("--phases", "fuzzing,stateful", "--no-shrink"),
                        new PrintStream(told, true, UTF_8));

        assertThat(status).as(told.toString(UTF_8)).isZero();
        assertThat(stack.api().get(owner, "/1.3/account").statusCode()).isEqualTo(ACCOUNT_IS_THERE);
    }
}
