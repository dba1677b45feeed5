package io.handover.provisioning.server;

import io.handover.provisioning.listing.Order;
import java.util.List;

/** What servers may be sorted by. */
enum ServerSort {
    TITLE,
    ZONE,
    /** Cores, then memory. */
    SIZE,
    CORES,
    MEMORY,
    /** Nobody counts it: all are alike, and stand by age. */
    POPULARITY;

    Order order(boolean descending) {
        return new Order(
                switch (this) {
                    case TITLE -> List.of("lower(s.title) collate \"C\"");
                    case ZONE -> List.of("s.zone collate \"C\"");
                    case SIZE -> List.of("s.core_number", "s.memory_amount");
                    case CORES -> List.of("s.core_number");
                    case MEMORY -> List.of("s.memory_amount");
                    case POPULARITY -> List.of();
                },
                descending);
    }
}
