package io.handover.chaos.plan;

import io.handover.chaos.plan.Fault.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What breaks, one after the other, for ever: of the same seed always the same. Each round has each kind once. */
public final class Faults {

    private static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");
    private static final List<String> REPLICATED =
            Stream.concat(SERVICES.stream(), Stream.of("gateway")).toList();
    private static final Set<Kind> OF_MESSAGES = EnumSet.range(Kind.MESSAGES_REFUSED, Kind.MESSAGES_UNANSWERED);
    private static final int LENGTH_MILLIS_MIN = 500;
    private static final int LENGTH_MILLIS_MAX = 6_000;

    /** Longer than a consumer may be silent before others take over from it. */
    private static final int PAUSE_MILLIS_MAX = 15_000;

    /** Long enough, often, for all that was broken to be well again: then what withdraws something is acknowledged. */
    private static final int REST_MILLIS_MAX = 12_000;

    /** Most of the time messages go their way, or hardly a password would arrive. */
    private static final int REST_OF_MESSAGES_MILLIS_MAX = 15_000;

    private final SplittableRandom random;
    private final List<Kind> kinds;
    private final Deque<Kind> round = new ArrayDeque<>();

    private Faults(long seed, Set<Kind> kinds) {
        this.random = new SplittableRandom(seed);
        this.kinds = List.copyOf(kinds);
    }

    /** Those of processes and topics. */
    public static Faults ofParts(long seed) {
        return new Faults(~seed, EnumSet.complementOf(EnumSet.copyOf(OF_MESSAGES)));
    }

    /** Those of messages, which happen beside the others. */
    public static Faults ofMessages(long seed) {
        return new Faults(Long.reverse(seed), OF_MESSAGES);
    }

    /** The next one. */
    public Fault next() {
        if (round.isEmpty()) {
            round.addAll(shuffled());
        }
        Kind kind = round.removeFirst();
        boolean pauses = kind == Kind.PAUSE_REPLICA || kind == Kind.PAUSE_KAFKA;
        return new Fault(
                kind,
                parts(kind),
                random.nextInt(Integer.MAX_VALUE),
                millis(LENGTH_MILLIS_MIN, pauses ? PAUSE_MILLIS_MAX : LENGTH_MILLIS_MAX),
                millis(0, OF_MESSAGES.contains(kind) ? REST_OF_MESSAGES_MILLIS_MAX : REST_MILLIS_MAX));
    }

    private List<String> parts(Kind kind) {
        return switch (kind) {
            case KILL_REPLICA, PAUSE_REPLICA -> List.of(replica(any(REPLICATED), 1 + random.nextInt(2)));
            case KILL_SERVICE, REPLAY -> both(any(SERVICES));
            case KILL_KAFKA, PAUSE_KAFKA -> List.of("kafka");
            case KILL_POSTGRESQL, FILL_DISK -> List.of("postgresql");
            case KILL_SANDBOX -> List.of("sandbox");
            case MESSAGES_REFUSED, MESSAGES_PUT_OFF, MESSAGES_DELAYED, MESSAGES_UNANSWERED -> List.of();
        };
    }

    private List<Kind> shuffled() {
        List<Kind> left = new ArrayList<>(kinds);
        List<Kind> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }

    private static List<String> both(String service) {
        return List.of(replica(service, 1), replica(service, 2));
    }

    private static String replica(String part, int number) {
        return number == 1 ? part : part + "-" + number;
    }

    private String any(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }
}
