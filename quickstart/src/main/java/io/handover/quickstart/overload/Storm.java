package io.handover.quickstart.overload;

import io.handover.quickstart.client.Client;
import java.util.Random;

/** What many clients do at once, as fast as they can. */
enum Storm {
    QUIET("nothing else", 0, false) {
        @Override
        Ask next(Random random) {
            throw new IllegalStateException("There is nobody.");
        }
    },
    ONE_GUESSER("wrong passwords for one of them, from one address", 64, false) {
        @Override
        Ask next(Random random) {
            return guess(random, People.username(0), "203.0.113.7");
        }
    },
    ONE_USERNAME("wrong passwords for one of them, from everywhere", 64, false) {
        @Override
        Ask next(Random random) {
            return guess(random, People.username(0), anywhere(random));
        }
    },
    ALL_USERNAMES("wrong passwords for anybody, from everywhere", 64, false) {
        @Override
        Ask next(Random random) {
            String username = random.nextBoolean() ? "nobody" + random.nextInt(100_000) : People.username(0);
            return guess(random, username, anywhere(random));
        }
    },
    NEWCOMERS("accounts opened from everywhere", 64, false) {
        @Override
        Ask next(Random random) {
            String account = People.account("new" + Long.toString(random.nextLong(1L << 50), 36));
            return new Ask("POST", "/v1/accounts", "", anywhere(random), account);
        }
    },
    ONE_CUSTOMER("one customer asks all it can", 64, false) {
        @Override
        Ask next(Random random) {
            return Ask.get("/1.3/server", People.authorization(People.customer(0)), "203.0.113.8");
        }
    },
    ALL_CUSTOMERS("every customer asks all it can", 400, true) {
        @Override
        Ask next(Random random) {
            int number = random.nextInt(People.CUSTOMERS);
            return Ask.get("/1.3/server", People.authorization(People.customer(number)), "203.0.113." + number);
        }
    },
    LARGE_BODIES("bodies of a megabyte that mean nothing", 64, true) {
        @Override
        Ask next(Random random) {
            int number = random.nextInt(People.CUSTOMERS);
            return new Ask(
                    "POST",
                    "/1.3/server",
                    People.authorization(People.customer(number)),
                    "203.0.113." + number,
                    "{\"server\":{\"title\":\"" + "x".repeat(1_000_000) + "\"}}");
        }
    };

    private final String words;
    private final int clients;
    private final boolean fair;

    Storm(String words, int clients, boolean fair) {
        this.words = words;
        this.clients = clients;
        this.fair = fair;
    }

    abstract Ask next(Random random);

    /** How many at once. */
    int clients() {
        return clients;
    }

    /** Whether these are customers as good as any, so that everybody may be told to come again. */
    boolean isFair() {
        return fair;
    }

    @Override
    public String toString() {
        return words;
    }

    private static Ask guess(Random random, String username, String address) {
        return Ask.get("/1.3/account", Client.basic(username, "is it number " + random.nextLong()), address);
    }

    private static String anywhere(Random random) {
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), 1 + random.nextInt(254));
    }
}
