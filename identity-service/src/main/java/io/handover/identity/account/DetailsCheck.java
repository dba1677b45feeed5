package io.handover.identity.account;

import io.handover.identity.address.AddressRanges;
import io.handover.kit.refusal.InvalidParam;
import io.handover.kit.refusal.Refusal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a request field by field and gathers everything that is wrong with it. Pure. */
public final class DetailsCheck {

    private static final String USERNAME = "[A-Za-z0-9._@-]{4,64}";
    private static final String EMAIL = "[^\\s@<>\"]+@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)+";
    static final String MISSING = "is required.";
    private static final int TEXT_LENGTH_MAX = 256;
    private static final int EMAIL_LENGTH_MAX = 254;
    private static final int LIST_MAX = 100;
    private static final int LABELS_MAX = 50;
    private static final Set<String> ROLES = Set.of("technical", "billing", "aux_billing");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);
    private static final Set<String> CURRENCIES =
            Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private final List<Broken> invalid = new ArrayList<>();

    /** A rule that a field breaks, under UpCloud's code for it. */
    private record Broken(String code, InvalidParam param) {}

    /** The username of somebody new. */
    String username(@Nullable String given) {
        require("username", given);
        return checked(
                "username", given, "", text -> text.matches(USERNAME), "must have 4 to 64 of A-Z a-z 0-9 . _ @ -");
    }

    /** The profile that a request makes of the former one. */
    Profile profile(UserDetails given, Profile before) {
        var profile = new Profile(
                text("first_name", given.firstName(), before.firstName()),
                text("last_name", given.lastName(), before.lastName()),
                text("company", given.company(), before.company()),
                text("address", given.address(), before.address()),
                text("postal_code", given.postalCode(), before.postalCode()),
                text("city", given.city(), before.city()),
                text("state", given.state(), before.state()),
                checked(
                        "country",
                        given.country(),
                        before.country(),
                        COUNTRIES::contains,
                        "must be ISO 3166-1 alpha-3."),
                phone(given.phone(), before.phone()),
                checked("email", given.email(), before.email(), DetailsCheck::isEmail, "must be an e-mail address."),
                text("vat_number", given.vatNumber(), before.vatNumber()),
                checked("currency", given.currency(), before.currency(), CURRENCIES::contains, "must be ISO 4217."),
                checked(
                        "language",
                        given.language(),
                        before.language(),
                        text -> text.matches("[a-z]{2}"),
                        "must be two lower-case letters."),
                checked(
                        "timezone",
                        given.timezone(),
                        before.timezone(),
                        ZoneId.getAvailableZoneIds()::contains,
                        "must be a time zone such as Europe/Helsinki."));
        require("email", profile.email());
        require("phone", profile.phone());
        return profile;
    }

    /** The settings that a request makes of the former ones. */
    Settings settings(UserDetails given, Settings before) {
        return new Settings(
                yesNo("allow_api", given.allowApi(), before.allowApi()),
                yesNo("allow_gui", given.allowGui(), before.allowGui()),
                yesNo("enable_3rd_party_services", given.enableThirdPartyServices(), before.allowThirdParties()),
                list(
                        "roles",
                        given.roles() == null ? null : given.roles().role(),
                        before.roles(),
                        ROLES::contains,
                        "must be of technical, billing and aux_billing."),
                list(
                        "ip_filters",
                        given.ipFilters() == null ? null : given.ipFilters().ipFilter(),
                        before.ipFilters(),
                        AddressRanges::isRange,
                        "must be at most 100 addresses, CIDR blocks or a-b ranges."),
                labels(given.labels(), before.labels()));
    }

    /** Needed of somebody new. */
    void require(String field, @Nullable String value) {
        if (isAbsent(value)) {
            refuse(field, MISSING);
        }
    }

    void refuse(String field, String reason) {
        refuse(field.toUpperCase(Locale.ROOT) + (reason.equals(MISSING) ? "_MISSING" : "_INVALID"), field, reason);
    }

    /** Refuses with one code and every field. */
    void refuseInvalid() {
        if (!invalid.isEmpty()) {
            throw Refusal.invalidFields("VALIDATION_ERROR", params());
        }
    }

    /** Refuses with UpCloud's code for the first field, such as {@code EMAIL_INVALID}. */
    void refuseFirstInvalid() {
        if (!invalid.isEmpty()) {
            throw Refusal.invalidFields(invalid.getFirst().code(), params());
        }
    }

    private void refuse(String code, String field, String reason) {
        if (invalid.stream().noneMatch(broken -> broken.param().name().equals(field))) {
            invalid.add(new Broken(code, new InvalidParam(field, reason)));
        }
    }

    private List<InvalidParam> params() {
        return invalid.stream().map(Broken::param).toList();
    }

    static boolean isAbsent(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private String text(String field, @Nullable String given, String before) {
        return checked(field, given, before, DetailsCheck::isText, "must have at most 256 printable characters.");
    }

    private String phone(@Nullable String given, String before) {
        if (given == null || given.isEmpty()) {
            return before;
        }
        Supplier<String> refused = () -> {
            refuse("phone", "must be an international number such as +358.401234567.");
            return before;
        };
        return Phone.toE164(given).orElseGet(refused);
    }

    private String checked(String field, @Nullable String given, String before, Predicate<String> rule, String reason) {
        if (given == null || given.isEmpty()) {
            return before;
        }
        if (!rule.test(given)) {
            refuse(field, reason);
        }
        return given;
    }

    private boolean yesNo(String field, @Nullable String given, boolean before) {
        return switch (given == null ? "" : given) {
            case "" -> before;
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> {
                refuse(field, "must be yes or no.");
                yield before;
            }
        };
    }

    private List<String> list(
            String field, @Nullable List<String> given, List<String> before, Predicate<String> rule, String reason) {
        if (given == null) {
            return before;
        }
        boolean valid = given.size() <= LIST_MAX && given.stream().allMatch(item -> item != null && rule.test(item));
        if (!valid) {
            refuse(field, reason);
            return before;
        }
        return given.stream().distinct().toList();
    }

    private List<String> labels(@Nullable List<Label> given, List<String> before) {
        if (given == null) {
            return before;
        }
        if (given.size() > LABELS_MAX) {
            refuse("labels", "must be at most 50.");
        } else if (!given.stream().allMatch(label -> label != null && label.hasValidKey())) {
            refuse("INVALID_LABEL_KEY", "labels", "need keys of 2 to 32 printable characters, not beginning with _.");
        } else if (!given.stream().allMatch(Label::hasValidValue)) {
            refuse("INVALID_LABEL_VALUE", "labels", "need values of at most 255 printable characters.");
        } else if (given.stream().map(Label::key).distinct().count() < given.size()) {
            refuse("DUPLICATE_LABEL_KEYS", "labels", "need each key once.");
        }
        return invalid.isEmpty() ? given.stream().map(Label::text).toList() : before;
    }

    private static boolean isText(String text) {
        return text.length() <= TEXT_LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isEmail(String text) {
        return text.length() <= EMAIL_LENGTH_MAX && isText(text) && text.matches(EMAIL);
    }
}
