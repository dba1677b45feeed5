package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.catalogue.Zone;
import io.handover.provisioning.label.Labels;
import io.handover.provisioning.listing.Conditions;
import io.handover.provisioning.listing.Order;
import io.handover.provisioning.listing.Page;
import io.handover.provisioning.listing.Parameters;
import io.handover.provisioning.tag.Tags;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which servers are asked for, in what order, and how many of them. All filters must fit.
 *
 * @param labels each {@code key} or {@code key=value}; all must fit
 * @param ids any of them; empty for all
 * @param hosts any of them; empty for all
 * @param devices each {@code type=gpu} or {@code type!=gpu}; all must fit
 * @param search part of an id, title, host name, zone, address, tag or template's title, in any case
 */
record ServerQuery(
        List<String> labels,
        List<UUID> ids,
        List<Long> hosts,
        List<String> devices,
        Optional<ServerState> state,
        Optional<TagFilter> tags,
        Optional<String> search,
        Order order,
        Page page) {

    /** Every server, oldest first. */
    static final ServerQuery ALL = parse(new MultivaluedHashMap<>());

    private static final Pattern DEVICE = Pattern.compile("type!?=gpu");

    /** From a request's query. Refuses the first parameter that breaks a rule. */
    static ServerQuery parse(MultivaluedMap<String, String> query) {
        var given = new Parameters(query);
        boolean descending = given.descending();
        return new ServerQuery(
                given.raw("label"),
                given.any("uuid", ServerRules::id, "must be a UUID."),
                given.any("host", Long::valueOf, "must be the number of a host."),
                given.any("device", ServerQuery::device, "must be type=gpu or type!=gpu."),
                given.word("state", ServerState.class),
                given.text("tag").map(TagFilter::parse),
                given.text("search").map(text -> text.toLowerCase(Locale.ROOT)),
                given.word("sort_by", ServerSort.class)
                        .map(sort -> sort.order(descending))
                        .orElse(Order.BY_AGE),
                given.page());
    }

    /** Those with tags; everything else is as it comes. */
    static ServerQuery tagged(TagFilter tags) {
        return new ServerQuery(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(tags),
                Optional.empty(),
                Order.BY_AGE,
                Page.ALL);
    }

    /** As SQL about a server {@code s}. */
    Conditions conditions(Catalogue catalogue) {
        var conditions = new Conditions();
        if (!labels.isEmpty()) {
            conditions.add("label_terms(s.labels) @> :labels", "labels", texts(Labels.terms(labels)));
        }
        if (!ids.isEmpty()) {
            conditions.add("s.server_id = any(:ids)", "ids", ids.toArray(UUID[]::new));
        }
        state.ifPresent(wanted -> conditions.add("s.state = :state", "state", wanted.name()));
        tags.ifPresent(wanted -> addTags(conditions, wanted));
        search.ifPresent(text -> addSearch(conditions, text, catalogue));
        if (!hosts.isEmpty()) {
            conditions.add(
                    "s.state = 'STARTED' and s.zone = any(:host_zones)", "host_zones", zonesOf(hosts, catalogue));
        }
        if (devices.contains("type=gpu")) {
            conditions.add("false"); // There is none.
        }
        return conditions;
    }

    private static void addTags(Conditions conditions, TagFilter wanted) {
        List<String> keys = Tags.keys(wanted.names());
        if (!wanted.all()) {
            conditions.add(carrying("any(:tags)"), "tags", texts(keys));
            return;
        }
        for (String key : keys) {
            String name = "tag_" + key;
            conditions.add(carrying(":" + name), name, key);
        }
    }

    private static String carrying(String tags) {
        return "exists (select from server_tag f where f.account_id = :account and f.server_id = s.server_id and f.tag = "
                + tags + ")";
    }

    private static void addSearch(Conditions conditions, String text, Catalogue catalogue) {
        conditions.add("""
                (strpos(lower(s.title), :search) > 0 or strpos(lower(s.hostname), :search) > 0
                 or strpos(cast(s.server_id as text), :search) > 0 or strpos(s.ssh_host, :search) > 0
                 or s.zone = any(:zones)
                 or exists (select from server_tag f where f.server_id = s.server_id and strpos(f.tag, :search) > 0)
                 or exists (select from storage_attachment a join storage d on d.storage_id = a.storage_id
                            where a.server_id = s.server_id and d.source = any(:templates)))""", "search", text);
        conditions.set(
                "zones",
                texts(catalogue.zones().stream()
                        .filter(zone -> holds(zone.id(), text) || holds(zone.description(), text))
                        .map(Zone::id)
                        .toList()));
        conditions.set(
                "templates",
                catalogue.templates().stream()
                        .filter(template -> holds(template.title(), text))
                        .map(Template::uuid)
                        .toArray(UUID[]::new));
    }

    private static String[] zonesOf(List<Long> hosts, Catalogue catalogue) {
        return texts(catalogue.zones().stream()
                .filter(zone -> hosts.contains(zone.host()))
                .map(Zone::id)
                .toList());
    }

    private static boolean holds(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }

    private static String device(String text) {
        if (!DEVICE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
