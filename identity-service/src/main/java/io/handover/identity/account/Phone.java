package io.handover.identity.account;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers: kept as E.164 ({@code +358401234567}), shown as UpCloud does ({@code +358.401234567}). Pure. */
final class Phone {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phone() {}

    /**
     * Reads either form. Numbers of ranges that are not assigned yet pass: numbering plans grow faster than libraries.
     */
    static Optional<String> toE164(String text) {
        return parse(text.replace(".", ""))
                .filter(NUMBERS::isPossibleNumber)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** Empty for none. */
    static String shown(String e164) {
        return parse(e164)
                .map(number -> "+" + number.getCountryCode() + "." + NUMBERS.getNationalSignificantNumber(number))
                .orElse("");
    }

    private static Optional<PhoneNumber> parse(String text) {
        try {
            return text.matches("\\+[0-9 ]+") ? Optional.of(NUMBERS.parse(text, null)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
