package io.handover.quickstart.costs;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.quickstart.client.Client;
import io.handover.quickstart.client.Servers;
import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Plenty;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import io.handover.quickstart.stack.StackFailed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deploys servers with a password by e-mail on a stack of its own, and reads the meters before and after. */
public final class Costs {

    private static final int PARALLEL = 4;
    private static final int WARM_UP = 100;
    private static final String ACCOUNT = """
            {"username":"costly","password":"nobody looks for this one","email":"costly@example.org","phone":"+358.401230000"}""";

    private final Progress progress;
    private final Meter meter;
    private final Servers servers;

    private Costs(Stack stack, Home home, Progress progress) {
        this.progress = progress;
        this.meter = new Meter(stack, home);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Client anybody = Client.of(http, stack.gateway());
        anybody.post("/v1/accounts", ACCOUNT, 201);
        this.servers = new Servers(anybody.as("costly", "nobody looks for this one"), Client.of(http, stack.inbox()));
    }

    /** Prints what one deployment costs; returns 0 if all went well. */
    public static int run(Path checkout, int deployments, PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("handover-costs-").toRealPath();
        out.printf("The costs of %d deployments, in %s on free ports%n", deployments, folder);
        var progress = new Progress(out);
        Home home = Home.at(folder.resolve("home"));
        try (var stack = new Stack(Settings.anywhere(checkout, home.path()), progress, Plenty.ENVIRONMENT)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
            stack.start();
            new Costs(stack, home, progress).bill(deployments).lines().forEach(out::println);
        } catch (StackFailed | Unexpected failed) {
            out.printf("%s%n%s is kept to look at.%n", failed.getMessage(), folder);
            return 1;
        }
        Home.delete(folder);
        return 0;
    }

    private Bill bill(int deployments) throws SQLException, IOException, InterruptedException {
        deploy(WARM_UP);
        progress.say("warm after %d deployments".formatted(WARM_UP));
        Reading before = meter.read();
        Duration begun = progress.elapsed();
        deploy(deployments);
        Duration took = progress.elapsed().minus(begun);
        return new Bill(deployments, took, meter.read().since(before));
    }

    /** Returns when each server runs and its password is delivered. */
    private void deploy(int count) throws SQLException, InterruptedException {
        long ended = meter.deliveriesEnded();
        List<Future<JsonNode>> asked = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(PARALLEL)) {
            for (int number = 0; number < count; number++) {
                String hostname = "s%06d.example.org".formatted(number);
                asked.add(clients.submit(() -> servers.request(hostname, "\"password_delivery\":\"email\"")));
            }
            for (Future<JsonNode> each : asked) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new Unexpected(String.valueOf(failed.getMessage()));
        }
        Client.await("The last delivery", () -> ended(ended + count));
    }

    private Optional<Boolean> ended(long deliveries) {
        try {
            return meter.deliveriesEnded() < deliveries ? Optional.empty() : Optional.of(true);
        } catch (SQLException failed) {
            throw new Unexpected("notification's database did not answer: " + failed.getMessage());
        }
    }
}
