package io.handover.identity.account;

import org.jspecify.annotations.Nullable;

/** A mark on an account or member, to find it by. */
public record Label(@Nullable String key, @Nullable String value) {

    static Label parse(String keyAndValue) {
        int equals = keyAndValue.indexOf('=');
        return new Label(keyAndValue.substring(0, equals), keyAndValue.substring(equals + 1));
    }

    boolean isValid() {
        return key != null && key.matches("[ -~&&[^=_]][ -~&&[^=]]{1,31}") && (value == null || value.length() <= 255);
    }

    String text() {
        return key + "=" + (value == null ? "" : value);
    }
}
