package io.handover.identity.account;

import org.jspecify.annotations.Nullable;

/** A mark on an account or member, to find it by. */
public record Label(@Nullable String key, @Nullable String value) {

    private static final int VALUE_LENGTH_MAX = 255;

    static Label parse(String keyAndValue) {
        int equals = keyAndValue.indexOf('=');
        return new Label(keyAndValue.substring(0, equals), keyAndValue.substring(equals + 1));
    }

    boolean hasValidKey() {
        return key != null && key.matches("[ -~&&[^=_]][ -~&&[^=]]{1,31}");
    }

    boolean hasValidValue() {
        return value == null
                || (value.length() <= VALUE_LENGTH_MAX && value.chars().noneMatch(Character::isISOControl));
    }

    String text() {
        return key + "=" + (value == null ? "" : value);
    }
}
