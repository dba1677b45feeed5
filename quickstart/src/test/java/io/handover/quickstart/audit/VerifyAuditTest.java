package io.handover.quickstart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.audit.AuditLine;
import io.handover.events.audit.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAuditTest {

    private static final int SIZE = 4;

    private final UUID account = UUID.randomUUID();
    private final SigningKey key = TestExport.newKey();
    private final List<List<@Nullable String>> lines = TestExport.lines(account, key, SIZE);
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    enum Format {
        CSV,
        JSON;

        String write(List<List<@Nullable String>> lines) throws IOException {
            return this == CSV ? TestExport.csv(lines) : TestExport.json(lines);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAnExportHolds(Format format) throws IOException {
        assertThat(verify(format.write(lines))).isZero();
        assertThat(told())
                .contains("holds: 4 lines", account.toString(), "signed   1970-01-01T00:00:00Z by " + key.verifier())
                .doesNotContain("Warning");
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenTheKeyIsTheExportsOwn(Format format) throws IOException {
        String forged = format.write(TestExport.lines(account, TestExport.newKey(), SIZE));

        assertThat(run(file(forged).toString())).isZero();
        assertThat(told()).contains("Warning", "--key");
    }

    @ParameterizedTest
    @EnumSource
    void findsATrailThatWasWrittenAnewWithoutTheKey(Format format) throws IOException {
        assertBroken(SIZE, format.write(TestExport.lines(account, TestExport.newKey(), SIZE)));
        assertThat(told()).contains("signed by a key that is not known");
    }

    @ParameterizedTest
    @EnumSource
    void findsEachFieldOfEachRowThatChanged(Format format) throws IOException {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < AuditLine.COLUMNS.size(); column++) {
                var changed = copy();
                boolean isSequence = AuditLine.COLUMNS.get(column).equals(AuditLine.SEQUENCE);
                changed.get(row).set(column, isSequence ? "7" : "x");
                assertBroken(row + 1, format.write(changed));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsEachFieldOfEachRowThatWasEmptied(Format format) throws IOException {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < AuditLine.COLUMNS.size(); column++) {
                var changed = copy();
                boolean isSequence = AuditLine.COLUMNS.get(column).equals(AuditLine.SEQUENCE);
                if (!isSequence && changed.get(row).set(column, null) != null) {
                    assertBroken(row + 1, format.write(changed));
                }
            }
        }
    }

    /** The line break at the very end says nothing. */
    @ParameterizedTest
    @EnumSource
    void findsEachByteThatChanged(Format format) throws IOException {
        byte[] bytes = format.write(lines).stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(verify(changed)).as("byte " + at).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsThatItBreaksOffWhereverItDoes(Format format) throws IOException {
        byte[] bytes = format.write(lines).stripTrailing().getBytes(StandardCharsets.UTF_8);
        for (int size = 0; size < bytes.length; size++) {
            assertThat(verify(Arrays.copyOf(bytes, size))).as("byte " + size).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsRowsThatAreMissing(Format format) throws IOException {
        for (int first = 0; first < SIZE; first++) {
            for (int after = first + 1; after <= SIZE; after++) {
                var changed = copy();
                changed.subList(first, after).clear();
                assertBroken(after == SIZE ? Math.max(first, 1) : first + 1, format.write(changed));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsRowsThatChangedPlacesOrAreThereTwice(Format format) throws IOException {
        for (int row = 1; row < SIZE; row++) {
            var swapped = copy();
            Collections.swap(swapped, row - 1, row);
            assertBroken(row, format.write(swapped));
            var twice = copy();
            twice.add(row, twice.get(row - 1));
            assertBroken(row + 1, format.write(twice));
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsRowsOfAnotherAccount(Format format) throws IOException {
        var changed = copy();
        changed.set(2, TestExport.lines(UUID.randomUUID(), key, SIZE).get(2));

        assertBroken(3, format.write(changed));
    }

    @Test
    void findsFieldsThatAreNoTextOrThereTwiceOrUnknown() throws IOException {
        String json = TestExport.json(lines);

        assertBroken(1, json.replaceFirst("\"actor\":\"actor 1\"", "\"actor\":1"));
        assertBroken(1, json.replaceFirst("\"sequence\":1", "\"sequence\":\"1\""));
        assertBroken(1, json.replaceFirst("\"sequence\":1", "\"sequence\":1.0"));
        assertBroken(1, json.replaceFirst("\"actor\"", "\"actor\":\"x\",\"actor\""));
        assertBroken(1, json.replaceFirst("\"actor\"", "\"more\":1,\"actor\""));
        assertBroken(1, json.replaceFirst("\"actor\":\"actor 1\",", ""));
        assertBroken(SIZE, json + "[]");
    }

    @Test
    void goesThroughACheckpointThatWasKept() throws IOException {
        assertThat(verifyWith(checkpoint(TestExport.lines(account, key, 2)))).isZero();
        assertThat(verifyWith(checkpoint(lines))).isZero();
    }

    @Test
    void findsThatAKeptCheckpointDoesNotFit() throws IOException {
        assertThat(verifyWith(checkpoint(TestExport.lines(UUID.randomUUID(), key, 2))))
                .isOne();
        assertThat(told()).contains("row 2", "kept");
        assertThat(verifyWith(checkpoint(TestExport.lines(account, key, SIZE + 1))))
                .isOne();
        assertThat(told()).contains("row 4", "knows of 5 lines");
    }

    @Test
    void refusesACheckpointThatIsNone() throws IOException {
        assertThat(verifyWith("moon")).isEqualTo(2);
        assertThat(told()).contains("no checkpoint to go by");
        assertThat(verifyWith(checkpoint(TestExport.lines(account, TestExport.newKey(), 2))))
                .isEqualTo(2);
        assertThat(told()).contains("not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "moon", "{}", "[1]", "[{}]", "time,actor,id\r\n1,2,3\r\n", "\"time"})
    void saysThatAFileIsNoExport(String text) throws IOException {
        assertThat(run(file(text).toString())).isEqualTo(2);
        assertThat(told()).contains("is no export of an audit trail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a --key", "--key a", "a --moon b", "a --key b --key c"})
    void saysHowToBeAsked(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(told()).startsWith("Usage: ./handover verify-audit FILE");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(run(folder.resolve("moon").toString())).isEqualTo(2);
        assertThat(told()).contains("can't be read", "moon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "moon", "handover/audit+00000000+AAAA"})
    void saysThatAFileHoldsNoKey(String text) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), text);

        assertThat(run(file(TestExport.csv(lines)).toString(), "--key", keys.toString()))
                .isEqualTo(2);
        assertThat(told()).contains(keys.toString());
    }

    private void assertBroken(int row, String text) throws IOException {
        assertThat(verify(text)).isOne();
        assertThat(told()).contains("is broken at row " + row + ": ");
    }

    private int verify(String text) throws IOException {
        return verify(text.getBytes(StandardCharsets.UTF_8));
    }

    private int verify(byte[] bytes) throws IOException {
        return run(Files.write(folder.resolve("export"), bytes).toString(), "--key", keyFile());
    }

    private int verifyWith(String checkpoint) throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), checkpoint);
        return run(file(TestExport.csv(lines)).toString(), "--key", keyFile(), "--checkpoint", kept.toString());
    }

    private int run(String... arguments) {
        told.reset();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        return VerifyAudit.run(List.of(arguments), stream, stream);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("export"), text);
    }

    private String keyFile() throws IOException {
        return Files.writeString(folder.resolve("keys"), key.verifier() + "\n").toString();
    }

    private static String checkpoint(List<List<@Nullable String>> lines) {
        return String.valueOf(lines.getLast().getLast());
    }

    private List<List<@Nullable String>> copy() {
        List<List<@Nullable String>> copy = new ArrayList<>();
        lines.forEach(cells -> copy.add(new ArrayList<>(cells)));
        return copy;
    }
}
