package io.handover.quickstart.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who may send text messages through the provider.
 *
 * @param sid {@code AC} and 32 hexadecimal digits
 */
public record SmsAccount(String sid, String authToken) {

    @Override
    public String toString() {
        return sid;
    }

    /** The header {@code Authorization} of this account (RFC 7617). */
    String authorization() {
        byte[] credentials = (sid + ":" + authToken).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
