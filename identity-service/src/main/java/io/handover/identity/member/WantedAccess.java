package io.handover.identity.member;

import io.handover.events.identity.Access;
import io.handover.events.identity.MemberAccessSet;
import io.handover.identity.account.User;
import io.handover.identity.account.UserDetails;
import io.handover.kit.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a member is to control from now on; a list that is absent stays as it is. Pure. */
record WantedAccess(
        @Nullable List<Access> servers,
        @Nullable List<Access> storages,
        @Nullable List<Access> networks,
        @Nullable List<Access> tags) {

    private static final int LIST_MAX = 1000;
    private static final String ALL = "*";
    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TAG_NAME = "[a-z0-9_]{1,32}";

    static WantedAccess of(UserDetails given) {
        return new WantedAccess(
                given.serverAccess() == null
                        ? null
                        : read("server_access", given.serverAccess().server(), WantedAccess::server),
                given.storageAccess() == null
                        ? null
                        : read(
                                "storage_access",
                                given.storageAccess().storage(),
                                storage -> id("storage_access", storage)),
                given.networkAccess() == null
                        ? null
                        : read(
                                "network_access",
                                given.networkAccess().network(),
                                network -> id("network_access", network)),
                given.tagAccess() == null
                        ? null
                        : read("tag_access", given.tagAccess().tag(), WantedAccess::tag));
    }

    /** Nothing is said of any list. */
    boolean isAbsent() {
        return lists().findAny().isEmpty();
    }

    /** No list holds anything, which for a new member is as it is. */
    boolean isEmpty() {
        return lists().allMatch(List::isEmpty);
    }

    MemberAccessSet setFor(User member, UUID requestId, UUID requestedBy) {
        return new MemberAccessSet(
                member.accountId(), member.id(), requestId, servers, storages, networks, tags, requestedBy);
    }

    private Stream<List<Access>> lists() {
        return Stream.<@Nullable List<Access>>of(servers, storages, networks, tags)
                .flatMap(Stream::ofNullable);
    }

    private static <T> @Nullable List<Access> read(String field, @Nullable List<T> given, Function<T, Access> one) {
        if (given == null) {
            return null;
        }
        if (given.size() > LIST_MAX || given.stream().anyMatch(item -> item == null)) {
            throw invalid(field, "must hold at most 1000 entries, none of them null.");
        }
        return given.stream().map(one).distinct().toList();
    }

    private static Access server(UserDetails.ServerAccess.Server server) {
        return new Access(
                identifier("server_access", server.uuid(), UUID_TEXT), isYes("server_access", server.storage()));
    }

    private static Access id(String field, String id) {
        return new Access(identifier(field, id, UUID_TEXT), false);
    }

    private static Access tag(UserDetails.TagAccess.Tag tag) {
        return new Access(identifier("tag_access", tag.name(), TAG_NAME), isYes("tag_access", tag.storage()));
    }

    private static String identifier(String field, @Nullable String text, String form) {
        String identifier = text == null ? "" : text.toLowerCase(Locale.ROOT);
        Predicate<String> isKnown = it -> it.equals(ALL) || it.matches(form);
        if (!isKnown.test(identifier)) {
            throw invalid(field, "names what can't exist.");
        }
        return identifier;
    }

    /** Absent is no. A boolean arrives here as its text. */
    private static boolean isYes(String field, @Nullable String text) {
        return switch (text) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0", "" -> false;
            case null -> false;
            default -> throw Refusal.invalidField("INVALID_OPTIONS", field + ".storage", "must be yes or no.");
        };
    }

    private static Refusal invalid(String field, String reason) {
        return Refusal.invalidField("TARGET_IDENTIFIER_INVALID", field, reason);
    }
}
