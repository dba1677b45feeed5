package io.handover.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,a***@example.org",
        "a@example.org,a***@example.org",
        "\"a@b\"@example.org,\"***@example.org",
        "@example.org,***",
        "ada,***"
    })
    void masksAnEmailAddress(String email, String masked) {
        var contact = new Contact.Known(email, "+358401234567");

        assertThat(contact.masked(DeliveryMethod.EMAIL)).isEqualTo(masked);
        assertThat(contact.address(DeliveryMethod.EMAIL)).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource({"+358401234567,+358*****67", "+12025550123,+120*****23", "+35840123,+358*****23", "+3584012,*****"})
    void masksAPhoneNumber(String phone, String masked) {
        var contact = new Contact.Known("ada@example.org", phone);

        assertThat(contact.masked(DeliveryMethod.SMS)).isEqualTo(masked);
        assertThat(contact.address(DeliveryMethod.SMS)).isEqualTo(phone);
        assertThat(contact.toString()).doesNotContain(phone);
    }
}
