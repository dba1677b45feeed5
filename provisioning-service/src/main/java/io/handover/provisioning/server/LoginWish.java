package io.handover.provisioning.server;

import io.handover.events.DeliveryMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a new server will be logged in to.
 *
 * @param password whether root gets a password
 * @param delivery how that reaches its owner
 */
record LoginWish(boolean password, DeliveryMethod delivery, List<String> sshKeys) {

    static LoginWish of(CreateServer.Fields wish) {
        CreateServer.LoginUser user = wish.loginUser();
        boolean password =
                ServerRules.is("create_password", user == null ? null : user.createPassword(), "yes", "no", true);
        return new LoginWish(password, delivery(wish.passwordDelivery()), SshKeys.checked(keys(user)));
    }

    private static DeliveryMethod delivery(@Nullable String delivery) {
        return switch (ServerRules.orElse(delivery, "email")) {
            case "none" -> DeliveryMethod.NONE;
            case "email" -> DeliveryMethod.EMAIL;
            case "sms" -> DeliveryMethod.SMS;
            default -> throw ServerRefusals.bad("password_delivery", "must be none, email or sms.");
        };
    }

    private static @Nullable List<@Nullable String> keys(CreateServer.@Nullable LoginUser user) {
        return user == null || user.sshKeys() == null ? null : user.sshKeys().sshKey();
    }
}
