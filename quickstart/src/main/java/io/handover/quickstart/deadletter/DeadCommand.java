package io.handover.quickstart.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Management;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** {@code ./handover dead}: lists, replays and drops the events that the services of a stack have put aside. */
public final class DeadCommand {

    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int NOT_ASKED_WELL = 2;

    private static final String USAGE = "Usage: ./handover dead list | replay ID | replay --all | drop ID";
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<Service> services;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    private DeadCommand(List<Service> services, PrintStream out, PrintStream err, Clock clock) {
        this.services = services;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /**
     * Does what it is told with the stack that runs in a home.
     *
     * @return 0 if all was done, 1 if not, and 2 if that was not asked well
     */
    public static int run(List<String> arguments, Path home, PrintStream out, PrintStream err) {
        var addresses = Management.of(home).addresses();
        if (addresses.isEmpty()) {
            err.println("No \"./handover up\" runs in " + home + ". HANDOVER_HOME names another folder.");
            return NOT_DONE;
        }
        String token = Home.at(home).secret("operator");
        List<Service> services = addresses.entrySet().stream()
                .map(address -> new Service(address.getKey(), address.getValue(), token))
                .toList();
        return new DeadCommand(services, out, err, Clock.systemUTC()).run(arguments);
    }

    private int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "list" -> list();
            case "replay --all" -> replayAll();
            case String words when isOn("replay", words) -> change(arguments.get(1), Service::replay);
            case String words when isOn("drop", words) -> change(arguments.get(1), Service::drop);
            default -> {
                err.println(USAGE);
                yield NOT_ASKED_WELL;
            }
        };
    }

    private static boolean isOn(String verb, String words) {
        return words.startsWith(verb + " ")
                && ID.matcher(words.substring(verb.length() + 1)).matches();
    }

    private int list() {
        int told = 0;
        int away = 0;
        for (Service service : services) {
            Answer answer = service.list();
            answer.letters().forEach(letter -> tell(service, letter));
            told += answer.letters().size();
            away += isDone(service, answer) ? 0 : 1;
        }
        if (told + away == 0) {
            out.println("Nothing is put aside.");
        }
        return away == 0 ? DONE : NOT_DONE;
    }

    private int replayAll() {
        int replayed = 0;
        int failed = 0;
        for (Service service : services) {
            Answer found = service.list();
            failed += isDone(service, found) ? 0 : 1;
            for (JsonNode letter : found.letters()) {
                failed += isDone(service, service.replay(letter.path("id").asText())) ? 0 : 1;
                replayed++;
            }
        }
        if (replayed == 0) {
            err.println("There is nothing to replay.");
        }
        return replayed > 0 && failed == 0 ? DONE : NOT_DONE;
    }

    /** Each is asked until it is found whose it is. */
    private int change(String id, BiFunction<Service, String, Answer> change) {
        int away = 0;
        for (Service service : services) {
            Answer answer = change.apply(service, id);
            if (!answer.isUnknown()) {
                boolean done = isDone(service, answer);
                if (!answer.isAway()) {
                    return done ? DONE : NOT_DONE;
                }
                away++;
            }
        }
        err.printf(
                "%s has put aside %s; ./handover dead list shows what there is.%n",
                away == 0 ? "No service" : "No other service", id);
        return NOT_DONE;
    }

    /** And tells what came of it. */
    private boolean isDone(Service service, Answer answer) {
        answer.applied().ifPresent(applied -> out.printf("%s: %d applied%n", service.name(), applied));
        answer.trouble().ifPresent(trouble -> err.println(service.name() + ": " + printable(trouble)));
        return answer.trouble().isEmpty();
    }

    private void tell(Service service, JsonNode letter) {
        out.printf(
                "%s  %s  said %s ago, %d wait behind it%n",
                text(letter, "id"),
                service.name(),
                age(letter),
                letter.path("waiting").asLong());
        out.printf(
                "    %s on %s (partition %d, offset %d), key %s%n",
                text(letter, "type"),
                text(letter, "topic"),
                letter.path("partition").asInt(),
                letter.path("offset").asLong(),
                text(letter, "key"));
        out.printf("    %s: %s%n", text(letter, "consumer"), text(letter, "cause"));
    }

    private String age(JsonNode letter) {
        Duration age = Duration.between(Instant.parse(letter.path("said_at").asText()), clock.instant());
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }

    private static String text(JsonNode letter, String field) {
        return letter.path(field).isTextual() ? printable(letter.path(field).asText()) : "-";
    }

    /** Whoever wrote it must not write to the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
