package io.handover.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The construction is written down in docs/audit.md: these values were made with {@code sha256sum}. */
class AuditChainTest {

    private static final UUID ACCOUNT = UUID.fromString("0c000000-0000-4000-8000-000000000001");

    @Test
    void beginsWithTheAccount() {
        assertThat(AuditChain.genesis(ACCOUNT))
                .isEqualTo("52492d5630ddf14ca76796e6d92c944e1597c52490cc47eb8f7ede1ebc5d65a0");
    }

    @Test
    void hashesALineAsAnybodyCan() {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        facts.put("time", "2026-11-26T02:00:00Z");
        facts.put("actor", null);
        facts.put("detail", "a \"b\"\n\u00e4\u001f");

        assertThat(AuditChain.hash("00", facts, 7))
                .isEqualTo("822be4d71c038024957584540b67e4562a57d6c43dd71d5f5ba305d46ffc2910");
    }

    @Test
    void writesJsonInItsOneForm() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(1, 2L, true, Map.of(), List.of()));
        value.put("a", "\u20ac$\u000f\nA'B\"\\\"/\u007f");

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\u007f\",\"b\":[1,2,true,{},[]]}");
    }

    @Test
    void hasNoFormForFractions() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(1L << 53)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAKeyAsItWritesIt() {
        VerifierKey key = TestTrail.newKey().verifier();

        assertThat(VerifierKey.parseAll("\n" + key + "\n\n")).containsExactly(key);
    }

    /** Signed by openssl, with the key of RFC 8410, section 10.3. */
    @Test
    void opensACheckpointThatOthersSigned() throws Exception {
        try (var golden = AuditChainTest.class.getResourceAsStream("/golden/AuditCheckpointSigned.json")) {
            var event = new ObjectMapper().readTree(golden);

            Checkpoint checkpoint = Checkpoint.open(event.path("checkpoint").textValue(), List.of());

            assertThat(checkpoint.account()).hasToString(event.path("accountId").textValue());
            assertThat(checkpoint.size()).isOne();
            assertThat(checkpoint.head()).isEqualTo(AuditChain.sha256(""));
        }
    }

    /** The example of Go's golang.org/x/mod/sumdb/note. */
    @Test
    void readsAKeyThatOthersMade() {
        String peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        assertThat(VerifierKey.parse(peter)).hasToString(peter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhM",
                "PeterNeumann+c74f20a3+***"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "=1+1", "+1", "-1", "@a", "\ta", "'", "'a", "''", "a'"})
    void readsACellAsItWritesIt(String text) {
        assertThat(CsvCell.text(CsvCell.of(text))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-", "'a"})
    void refusesACellThatItDoesNotWrite(String cell) {
        assertThat(CsvCell.text(cell)).isEmpty();
    }
}
