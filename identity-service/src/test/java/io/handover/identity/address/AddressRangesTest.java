package io.handover.identity.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,10.0.0.1,true",
        "10.0.0.1,10.0.0.2,false",
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "10.0.0.5/8,10.9.9.9,true",
        "10.0.0.1-10.0.0.9,10.0.0.1,true",
        "10.0.0.1-10.0.0.9,10.0.0.9,true",
        "10.0.0.1-10.0.0.9,10.0.0.10,false",
        "2001:db8::/32,2001:db8::1,true",
        "2001:db8::1-2001:db8::f,2001:db8::10,false",
        "0.0.0.0/0,::1,false",
        "0.0.0.0/0,::ffff:10.0.0.1,true",
        "::/0,2001:db8::1,true",
        "0.0.0.0/0,unknown,false",
        "0.0.0.0/0,'',false"
    })
    void knowsWhatLiesInARange(String range, String address, boolean inside) {
        assertThat(new AddressRanges(List.of(range)).contain(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.9-10.0.0.1",
                "*",
                "10.*.0.1",
                "10.0.0.1-2001:db8::1",
                "10.0.0.0/8-10.0.0.9",
                "10.0.0.1-",
                "/8",
                "-"
            })
    void refusesWhatIsNoRange(String text) {
        assertThat(AddressRanges.isRange(text)).isFalse();
    }
}
