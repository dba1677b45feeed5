package io.handover.notification.contact;

import io.handover.events.DeliveryMethod;

/** What is known of an account's contact. Pure. */
public sealed interface Contact {

    /** Nothing has been heard of the account yet. */
    record Unknown() implements Contact {}

    /**
     * Somebody to send to.
     *
     * @param phone E.164
     */
    record Known(String email, String phone) implements Contact {

        /** Where a message of this method goes. */
        public String address(DeliveryMethod method) {
            return switch (method) {
                case EMAIL -> email;
                case SMS -> phone;
                case NONE -> throw new IllegalArgumentException("what is shown is not sent");
            };
        }

        /** The same for records: enough for its owner to know it again, and the same number of stars for all. */
        public String masked(DeliveryMethod method) {
            return switch (method) {
                case EMAIL -> maskedEmail();
                case SMS -> maskedPhone();
                case NONE -> throw new IllegalArgumentException("what is shown is not sent");
            };
        }

        private String maskedEmail() {
            int at = email.lastIndexOf('@');
            return at < 1 ? "***" : email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
        }

        private String maskedPhone() {
            boolean isLong = phone.length() >= PHONE_START + PHONE_END + 3;
            return isLong
                    ? phone.substring(0, PHONE_START) + "*****" + phone.substring(phone.length() - PHONE_END)
                    : "*****";
        }

        /** Personal data stays out of logs. */
        @Override
        public String toString() {
            return "Known[***]";
        }
    }

    /** {@code +358*****67}. */
    int PHONE_START = 4;

    /** {@code +358*****67}. */
    int PHONE_END = 2;
}
