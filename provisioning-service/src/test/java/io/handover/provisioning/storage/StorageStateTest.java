package io.handover.provisioning.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageStateTest {

    @ParameterizedTest
    @CsvSource({
        "ONLINE, CHANGE, ONLINE",
        "ONLINE, ATTACH, ONLINE",
        "ONLINE, DETACH, ONLINE",
        "ONLINE, COPY, CLONING",
        "ONLINE, BACK_UP, BACKUPING",
        "ONLINE, RESTORE, SYNCING",
        "ONLINE, DELETE, ONLINE",
        "ERROR, DELETE, ERROR",
        "MAINTENANCE, CANCEL, MAINTENANCE",
        "MAINTENANCE, END, ONLINE",
        "MAINTENANCE, FAIL, ERROR",
        "CLONING, END, ONLINE",
        "BACKUPING, END, ONLINE",
        "SYNCING, END, ONLINE",
        "SYNCING, FAIL, ERROR",
        "ERROR, END, ERROR"
    })
    void followsFromWhatIsDone(StorageState before, StorageAct act, StorageState after) {
        assertThat(before.after(act)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "MAINTENANCE, CHANGE",
        "CLONING, ATTACH",
        "BACKUPING, DETACH",
        "CLONING, COPY",
        "BACKUPING, BACK_UP",
        "SYNCING, RESTORE",
        "ERROR, RESTORE",
        "ONLINE, CANCEL",
        "MAINTENANCE, DELETE",
        "SYNCING, DELETE"
    })
    void forbidsWhatWouldDisturb(StorageState before, StorageAct act) {
        assertThatThrownBy(() -> before.after(act))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("STORAGE_STATE_ILLEGAL"));
    }
}
