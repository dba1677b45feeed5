package io.handover.identity.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** What {@code POST /v1/accounts} answers. */
record OpenedAccount(
        UUID id, String username, @JsonUnwrapped ProfileView profile) {

    static OpenedAccount of(User user) {
        return new OpenedAccount(user.id(), user.username(), ProfileView.of(user.profile()));
    }
}
