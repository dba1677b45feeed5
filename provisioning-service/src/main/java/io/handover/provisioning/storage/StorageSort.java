package io.handover.provisioning.storage;

import io.handover.provisioning.listing.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What storages may be sorted by: in SQL, and once more among the public templates, which are in no table. */
enum StorageSort {
    CREATED,
    SIZE,
    TIER,
    TITLE,
    TYPE,
    ZONE;

    Order order(boolean descending) {
        return new Order(
                switch (this) {
                    case CREATED -> List.of();
                    case SIZE -> List.of("s.size");
                    case TIER -> List.of("s.tier collate \"C\"");
                    case TITLE -> List.of("lower(s.title) collate \"C\"");
                    case TYPE -> List.of("s.type collate \"C\"");
                    case ZONE -> List.of("s.zone collate \"C\"");
                },
                descending);
    }

    /** Keeps what is alike in the order that it has. What a template lacks comes first. */
    Comparator<StorageView> comparator(boolean descending) {
        Comparator<StorageView> ascending = switch (this) {
            case CREATED -> Comparator.comparing(storage -> Objects.requireNonNullElse(storage.created(), Instant.MIN));
            case SIZE -> Comparator.comparingInt(StorageView::size);
            case TIER -> Comparator.comparing(storage -> Objects.requireNonNullElse(storage.tier(), ""));
            case TITLE -> Comparator.comparing(storage -> storage.title().toLowerCase(Locale.ROOT));
            case TYPE -> Comparator.comparing(StorageView::type);
            case ZONE -> Comparator.comparing(storage -> Objects.requireNonNullElse(storage.zone(), ""));
        };
        return descending ? ascending.reversed() : ascending;
    }
}
