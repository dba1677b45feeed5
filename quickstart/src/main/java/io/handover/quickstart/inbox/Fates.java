package io.handover.quickstart.inbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of messages at the moment: what their recipients stand for, unless everybody is in trouble. */
final class Fates {

    private volatile @Nullable Fate trouble;

    void trouble(@Nullable Fate fate) {
        trouble = fate;
    }

    Fate ofMailTo(String address) {
        return Objects.requireNonNullElseGet(trouble, () -> Fate.ofMailTo(address));
    }

    Fate ofTextTo(String number) {
        return Objects.requireNonNullElseGet(trouble, () -> Fate.ofTextTo(number));
    }
}
