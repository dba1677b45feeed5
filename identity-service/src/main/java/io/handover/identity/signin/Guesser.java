package io.handover.identity.signin;

import io.handover.identity.address.AddressRanges;
import java.util.Locale;

/**
 * Who tries passwords of a username from somewhere. Pure.
 *
 * @param username in lower case
 * @param network as {@link AddressRanges#networkOf}
 */
record Guesser(String username, String network) {

    static Guesser of(String username, String clientAddress) {
        return new Guesser(username.toLowerCase(Locale.ROOT), AddressRanges.networkOf(clientAddress));
    }
}
