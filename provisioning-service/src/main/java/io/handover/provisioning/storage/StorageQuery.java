package io.handover.provisioning.storage;

import io.handover.provisioning.label.Labels;
import io.handover.provisioning.listing.Conditions;
import io.handover.provisioning.listing.Order;
import io.handover.provisioning.listing.Page;
import io.handover.provisioning.listing.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which storages are asked for, in what order, and how many of them. All filters must fit.
 *
 * @param words {@code public}, {@code private} a type, or {@code favorite}
 * @param labels each {@code key} or {@code key=value}
 * @param search part of a title or an id, in any case
 */
record StorageQuery(
        List<String> words,
        List<String> labels,
        Optional<String> search,
        StorageSort sort,
        boolean descending,
        Page page) {

    /** What a path may have in the place of a storage: a word of these or a UUID. */
    static final String WORD_OR_ID = "^(public|private|normal|backup|cdrom|template|favorite|"
            + "[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12})$";

    private static final String FAVORITE = "favorite";
    private static final Set<String> ACCESS = Set.of("public", "private");
    private static final Set<String> TYPES = Set.of("normal", "backup", "cdrom", "template", FAVORITE);

    static boolean isWord(String segment) {
        return ACCESS.contains(segment) || TYPES.contains(segment);
    }

    /** From a path and a request's query. Refuses the first parameter that breaks a rule. */
    static StorageQuery parse(List<String> words, MultivaluedMap<String, String> query) {
        var given = new Parameters(query);
        return new StorageQuery(
                words,
                Labels.terms(given.raw("label")),
                given.text("search").map(text -> text.toLowerCase(Locale.ROOT)),
                given.word("sort_by", StorageSort.class).orElse(StorageSort.CREATED),
                given.descending(),
                given.page());
    }

    /** Whether a public template belongs into the list; it has no labels. */
    boolean accepts(StorageView template, Set<UUID> marked) {
        return labels.isEmpty()
                && words.stream()
                        .allMatch(word -> word.equals(template.access())
                                || word.equals(template.type())
                                || (word.equals(FAVORITE) && marked.contains(template.uuid())))
                && search.stream()
                        .allMatch(part ->
                                template.title().toLowerCase(Locale.ROOT).contains(part)
                                        || template.uuid().toString().contains(part));
    }

    /** As SQL about an account's storage {@code s}. */
    Conditions conditions(UUID userId) {
        var conditions = new Conditions();
        List<String> types = words.stream()
                .filter(word -> !word.equals("private") && !word.equals(FAVORITE))
                .toList();
        for (String type : types) {
            conditions.add("s.type = :type_" + types.indexOf(type), "type_" + types.indexOf(type), type);
        }
        if (words.contains(FAVORITE)) {
            conditions.add(
                    "exists (select from storage_favorite f where f.user_id = :marker and f.storage_id = s.storage_id)",
                    "marker",
                    userId);
        }
        if (!labels.isEmpty()) {
            conditions.add("label_terms(s.labels) @> :labels", "labels", labels.toArray(String[]::new));
        }
        search.ifPresent(part -> conditions.add(
                "(strpos(lower(s.title), :search) > 0 or strpos(cast(s.storage_id as text), :search) > 0)",
                "search",
                part));
        return conditions;
    }

    Order order() {
        return sort.order(descending);
    }

    Comparator<StorageView> comparator() {
        return sort.comparator(descending);
    }
}
