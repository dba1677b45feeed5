package io.handover.chaos.plan;

import io.handover.chaos.plan.Intent.Deed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What one client does, one after the other, for ever: of the same seed always the same. */
public final class Intentions {

    private static final List<String> CHANNELS = List.of("email", "email", "sms", "sms", "none");
    private static final int PAUSE_MILLIS_MAX = 400;

    /** How often each is done, in proportion. */
    private static final List<Deed> DEEDS = Stream.of(
                    Map.entry(Deed.TURN_ACCESS, 9),
                    Map.entry(Deed.DEPLOY, 4),
                    Map.entry(Deed.ROTATE, 3),
                    Map.entry(Deed.DELETE, 2),
                    Map.entry(Deed.ADD_MEMBER, 2),
                    Map.entry(Deed.REMOVE_MEMBER, 2),
                    Map.entry(Deed.ISSUE_TOKEN, 2),
                    Map.entry(Deed.DELETE_TOKEN, 2),
                    Map.entry(Deed.SIGN_UP, 1))
            .flatMap(deed -> Stream.generate(deed::getKey).limit(deed.getValue()))
            .toList();

    private final SplittableRandom random;

    private Intentions(SplittableRandom random) {
        this.random = random;
    }

    /** Those of each client, in their order. */
    public static List<Intentions> of(long seed, int clients) {
        var seeds = new SplittableRandom(seed);
        return Stream.generate(() -> new Intentions(seeds.split()))
                .limit(clients)
                .toList();
    }

    /** The next one. */
    public Intent next() {
        return new Intent(
                DEEDS.get(random.nextInt(DEEDS.size())),
                random.nextInt(Integer.MAX_VALUE),
                random.nextInt(Integer.MAX_VALUE),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MAX)));
    }
}
