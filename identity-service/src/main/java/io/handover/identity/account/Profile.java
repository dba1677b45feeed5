package io.handover.identity.account;

import jakarta.persistence.Embeddable;

/**
 * Who somebody is and how to reach them; what is not known is empty.
 *
 * @param country ISO 3166-1 alpha-3
 * @param phone E.164
 * @param currency ISO 4217
 * @param language ISO 639-1
 * @param timezone of the IANA time zone database
 */
@Embeddable
public record Profile(
        String firstName,
        String lastName,
        String company,
        String address,
        String postalCode,
        String city,
        String state,
        String country,
        String phone,
        String email,
        String vatNumber,
        String currency,
        String language,
        String timezone) {

    static final Profile BLANK = new Profile("", "", "", "", "", "", "", "", "", "", "", "EUR", "en", "UTC");

    boolean hasContactsOf(Profile other) {
        return email.equals(other.email) && phone.equals(other.phone);
    }
}
