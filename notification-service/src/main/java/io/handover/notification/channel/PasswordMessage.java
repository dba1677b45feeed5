package io.handover.notification.channel;

import io.handover.kit.secret.Secret;
import java.util.UUID;

/**
 * A password on its way to its owner.
 *
 * @param bounceTag a secret name of the delivery, for the mail systems on the way
 * @param to an e-mail address, or a phone number in E.164
 * @param hostname of the server
 * @param password the caller's to wipe
 */
public record PasswordMessage(UUID deliveryId, UUID bounceTag, String to, String hostname, Secret password) {

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "PasswordMessage[" + deliveryId + "]";
    }
}
