package io.handover.identity.account;

/**
 * A profile as it is shown.
 *
 * @param phone {@code +358.401234567}
 */
record ProfileView(
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

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.firstName(),
                profile.lastName(),
                profile.company(),
                profile.address(),
                profile.postalCode(),
                profile.city(),
                profile.state(),
                profile.country(),
                Phone.shown(profile.phone()),
                profile.email(),
                profile.vatNumber(),
                profile.currency(),
                profile.language(),
                profile.timezone());
    }
}
