package io.handover.provisioning.tag;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag's name, as written and as it is compared.
 *
 * @param written kept and answered
 * @param key the same in lower case
 */
record TagName(String written, String key) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_]{1,32}");

    /** Refuses what cannot be a name. */
    static TagName of(@Nullable String written) {
        if (written == null || !ALLOWED.matcher(written).matches()) {
            throw TagRefusals.badName();
        }
        return new TagName(written, written.toLowerCase(Locale.ROOT));
    }

    /** For looking up: what cannot be a name is a tag that does not exist. */
    static TagName sought(String written) {
        if (!ALLOWED.matcher(written).matches()) {
            throw TagRefusals.notFound(written);
        }
        return new TagName(written, written.toLowerCase(Locale.ROOT));
    }
}
