package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Plan;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for what a request says about a server, as pure functions. */
final class ServerRules {

    static final int HOSTNAME_LENGTH_MAX = 128;
    static final int TITLE_LENGTH_MAX = 255;

    /** The plan of a server that names its cores and memory itself. */
    static final String CUSTOM = "custom";

    private static final int CORES_MAX = 80;
    private static final int MEMORY_MIN = 512;
    private static final int MEMORY_MAX = 524_288;
    private static final int CORES_DEFAULT = 1;
    private static final int MEMORY_DEFAULT = 1024;

    private static final String NAME_PART = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOSTNAME = Pattern.compile(NAME_PART + "(\\." + NAME_PART + ")*");
    private static final Pattern TITLE = Pattern.compile("\\P{Cntrl}+");
    private static final Pattern BACKUP =
            Pattern.compile("no|([01][0-9]|2[0-3])[0-5][0-9],(dailies|daily|weeklies|monthlies)");
    private static final Pattern BOOT_ORDER = Pattern.compile("(disk|cdrom|network)(,(disk|cdrom|network)){0,2}");

    private static final Pattern CONSOLE_PASSWORD = Pattern.compile("[A-Za-z0-9]{8}");

    private ServerRules() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw ServerRefusals.notAnId();
        }
    }

    static Optional<UUID> group(@Nullable String group) {
        try {
            return group == null || group.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(group));
        } catch (IllegalArgumentException malformed) {
            throw ServerRefusals.badGroup();
        }
    }

    static String hostname(@Nullable String hostname) {
        String given = required("hostname", hostname);
        if (given.length() > HOSTNAME_LENGTH_MAX || !HOSTNAME.matcher(given).matches()) {
            throw ServerRefusals.bad(
                    "hostname",
                    "must be a host name of at most 128 characters: letters, digits and hyphens, parted by dots.");
        }
        return given;
    }

    static String title(@Nullable String title) {
        String given = required("title", title);
        if (given.length() > TITLE_LENGTH_MAX || !TITLE.matcher(given).matches()) {
            throw ServerRefusals.bad("title", "must have at most 255 characters, none of them a control.");
        }
        return given;
    }

    static String required(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            throw ServerRefusals.missing(field);
        }
        return text;
    }

    /** Cores and memory: those of the plan, or free ones of a custom server. */
    static Size size(Optional<Plan> plan, @Nullable Integer cores, @Nullable Integer memory) {
        return plan.map(chosen -> planned(chosen, cores, memory)).orElseGet(() -> custom(cores, memory));
    }

    private static Size planned(Plan plan, @Nullable Integer cores, @Nullable Integer memory) {
        if (cores != null && cores != plan.coreNumber()) {
            throw ServerRefusals.notThePlans("PLAN_CORE_NUMBER_ILLEGAL", "core_number", plan.coreNumber());
        }
        if (memory != null && memory != plan.memoryAmount()) {
            throw ServerRefusals.notThePlans("PLAN_MEMORY_AMOUNT_ILLEGAL", "memory_amount", plan.memoryAmount());
        }
        return new Size(plan.coreNumber(), plan.memoryAmount());
    }

    private static Size custom(@Nullable Integer cores, @Nullable Integer memory) {
        var size = new Size(
                Objects.requireNonNullElse(cores, CORES_DEFAULT), Objects.requireNonNullElse(memory, MEMORY_DEFAULT));
        if (size.cores() < 1 || size.cores() > CORES_MAX) {
            throw ServerRefusals.bad("core_number", "must be from 1 to 80.");
        }
        if (size.memory() < MEMORY_MIN || size.memory() > MEMORY_MAX) {
            throw ServerRefusals.bad("memory_amount", "must be from 512 to 524288 MiB.");
        }
        return size;
    }

    /** What is set is taken, the rest stays as it was. */
    static ServerSettings settings(ServerSettings before, CreateServer.Fields wish) {
        refuseBadConsolePassword(orElse(wish.remoteAccessPassword(), ""));
        return new ServerSettings(
                is("firewall", wish.firewall(), "on", "off", before.firewall()),
                is("metadata", wish.metadata(), "yes", "no", before.metadata()),
                matching("simple_backup", orElse(wish.simpleBackup(), before.simpleBackup()), BACKUP),
                timezone(orElse(wish.timezone(), before.timezone())),
                oneOf("video_model", orElse(wish.videoModel(), before.videoModel()), Set.of("vga", "cirrus")),
                oneOf("nic_model", orElse(wish.nicModel(), before.nicModel()), Set.of("virtio", "e1000", "rtl8139")),
                matching("boot_order", orElse(wish.bootOrder(), before.bootOrder()), BOOT_ORDER),
                is("remote_access_enabled", wish.remoteAccessEnabled(), "yes", "no", before.remoteAccess()),
                oneOf(
                        "remote_access_type",
                        orElse(wish.remoteAccessType(), before.remoteAccessType()),
                        Set.of("vnc", "spice")),
                NicRules.nics(wish, before.interfaces()));
    }

    /** It is checked, and forgotten: there is no console that it would open. */
    private static void refuseBadConsolePassword(String password) {
        if (!password.isEmpty() && !CONSOLE_PASSWORD.matcher(password).matches()) {
            throw ServerRefusals.bad("remote_access_password", "must be 8 letters and digits.");
        }
    }

    static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    static boolean is(String field, @Nullable String text, String yes, String no, boolean otherwise) {
        String chosen = orElse(text, otherwise ? yes : no);
        return yes.equals(oneOf(field, chosen, Set.of(yes, no)));
    }

    private static String oneOf(String field, String text, Set<String> allowed) {
        if (!allowed.contains(text)) {
            throw ServerRefusals.bad(
                    field,
                    "must be " + String.join(" or ", allowed.stream().sorted().toList()) + ".");
        }
        return text;
    }

    private static String matching(String field, String text, Pattern allowed) {
        if (!allowed.matcher(text).matches()) {
            throw ServerRefusals.bad(field, "must match " + allowed + ".");
        }
        return text;
    }

    private static String timezone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw ServerRefusals.bad("timezone", "must be a name of the tz database, such as Europe/Helsinki.");
        }
        return name;
    }

    /**
     * How large a server is.
     *
     * @param memory MiB
     */
    record Size(int cores, int memory) {}
}
