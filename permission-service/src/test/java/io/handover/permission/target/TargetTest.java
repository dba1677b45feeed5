package io.handover.permission.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final String ID = "00798b85-efdc-41ca-8021-f6ef457b8531";

    @Test
    void readsIdsAndTagsInLowerCase() {
        assertThat(Target.of("server", "00798B85-EFDC-41CA-8021-F6EF457B8531"))
                .isEqualTo(Target.server(UUID.fromString(ID)));
        assertThat(Target.of("tag_access", "DEV_1")).isEqualTo(Target.tag("dev_1"));
    }

    @ParameterizedTest
    @EnumSource
    void readsAllOfAnyType(TargetType type) {
        assertThat(Target.of(type.wire(), "*")).isEqualTo(Target.all(type));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32})
    void takesTagNamesUpToTheirLimit(int length) {
        assertThat(Target.of("tag_access", "x".repeat(length)).identifier()).hasSize(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-b", "ä", "**", "123456789012345678901234567890123"})
    void refusesWhatIsNoTagName(String name) {
        assertThatThrownBy(() -> Target.of("tag_access", name)).hasMessageContaining("tag name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev", "00798b85-efdc-41ca-8021-f6ef457b853", "00798b85efdc41ca8021f6ef457b8531"})
    void refusesWhatIsNoId(String id) {
        assertThatThrownBy(() -> Target.of("storage", id)).hasMessageContaining("UUID");
    }

    @Test
    void includesItselfAndWithTheStarAllOfItsType() {
        Target server = Target.of("server", ID);

        assertThat(server.includes(server)).isTrue();
        assertThat(Target.all(TargetType.SERVER).includes(server)).isTrue();
        assertThat(server.includes(Target.all(TargetType.SERVER))).isFalse();
        assertThat(Target.all(TargetType.STORAGE).includes(server)).isFalse();
    }
}
