package io.handover.provisioning.group;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for what a request says about a group, as pure functions. */
final class GroupRules {

    static final int TITLE_LENGTH_MAX = 255;
    private static final Pattern TITLE = Pattern.compile("\\P{Cntrl}+");
    private static final Set<String> ANTI_AFFINITY = Set.of("no", "yes", "strict");

    private GroupRules() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw GroupRefusals.notAnId();
        }
    }

    static String title(@Nullable String title) {
        if (title == null || title.isEmpty()) {
            throw GroupRefusals.titleMissing();
        }
        if (title.length() > TITLE_LENGTH_MAX || !TITLE.matcher(title).matches()) {
            throw GroupRefusals.badTitle();
        }
        return title;
    }

    static String antiAffinity(@Nullable String wanted, String otherwise) {
        String chosen = wanted == null || wanted.isEmpty() ? otherwise : wanted;
        if (!ANTI_AFFINITY.contains(chosen)) {
            throw GroupRefusals.badAntiAffinity();
        }
        return chosen;
    }
}
