package io.handover.quickstart.fuzz;

import io.handover.quickstart.client.Client;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Plenty;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks a stack of its own everything that its OpenAPI documents say, and much that they do not. */
public final class Fuzz {

    private static final String USERNAME = "fuzzy1";
    private static final String PASSWORD = "nobody looks for this one";
    private static final String ACCOUNT = """
            {"username":"%s","password":"%s","email":"fuzzy@example.org","phone":"+358.401230000"}""".formatted(USERNAME, PASSWORD);

    private Fuzz() {}

    /** Prints what was violated, and how to send it again; returns 0 if nothing was. */
    public static int run(Path checkout, long seed, int examples, PrintStream out)
            throws IOException, InterruptedException {
        try {
            return run(Schemathesis.install(checkout, out), seed, examples, out);
        } catch (Unexpected missing) {
            out.println(missing.getMessage());
            return 1;
        }
    }

    private static int run(Schemathesis schemathesis, long seed, int examples, PrintStream out)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("handover-fuzz-").toRealPath();
        out.printf("Fuzzing the API with seed %d, in %s on free ports%n", seed, folder);
        try {
            Settings settings = Settings.anywhere(schemathesis.checkout(), folder);
            if (ask(schemathesis, settings, seed, examples, out) == 0) {
                Home.delete(folder);
                return 0;
            }
        } catch (StackFailed | Unexpected failed) {
            out.println(failed.getMessage());
        }
        out.printf(
                "%s is kept to look at. Again: ./handover fuzz --seed %d --max-examples %d%n", folder, seed, examples);
        return 1;
    }

    private static int ask(Schemathesis schemathesis, Settings settings, long seed, int examples, PrintStream out)
            throws InterruptedException {
        try (var stack = new Stack(settings, new Progress(out), limitless())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            Client account = open(stack.gateway());
            int status = schemathesis.run(stack.gateway(), USERNAME, PASSWORD, seed, examples, List.of(), out);
            // Had the account been lost on the way, everything after that would have been refused, and proved nothing.
            account.get("/1.3/account");
            return status;
        }
    }

    private static Client open(URI gateway) {
        Client anybody = Client.of(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), gateway);
        anybody.post("/v1/accounts", ACCOUNT, 201);
        return anybody.as(USERNAME, PASSWORD);
    }

    /** Wrong credentials are part of the questions, and 429 no answer to them. */
    private static Map<String, String> limitless() {
        Map<String, String> environment = new HashMap<>(Plenty.ENVIRONMENT);
        environment.put("HANDOVER_GATEWAY_LIMIT_OPEN_BURST", "100000");
        environment.put("HANDOVER_GATEWAY_LIMIT_FAILED_SIGN_INS_BURST", "100000");
        environment.put("HANDOVER_IDENTITY_SIGNIN_FAILURES", "100000");
        return environment;
    }
}
