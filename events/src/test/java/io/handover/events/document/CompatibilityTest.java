package io.handover.events.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    private static final String RELEASED = """
            channels:
              t.v1: {messages: {Made: {}, Gone: {}}}
            components:
              schemas:
                Made:
                  type: object
                  properties:
                    id: {type: string, format: uuid}
                    how: {type: string, enum: [a, b]}
                    parts: {type: array, items: {type: object, properties: {size: {type: integer}}, required: [size]}}
                    note: {type: string}
                  required: [id, how, parts]
            """;

    @Test
    void findsNothingInTheSame() throws IOException {
        assertThat(Compatibility.breaks(yaml(RELEASED), yaml(RELEASED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , Gone: {}          |                           | t.v1: Gone is gone
            note: {type: string}| note: {type: integer}     | Made.note: another type
            note: {type: string}| other: {type: string}     | Made.note: is gone
            , format: uuid      | , format: date-time       | Made.id: another format
            [a, b]              | [a, c]                    | Made.how: b is gone
            [id, how, parts]    | [id, parts]               | Made.how: may be absent now
            {type: integer}     | {type: string}            | Made.parts[].size: another type
            """)
    void findsWhatAConsumerWouldTripOver(String before, String after, String found) throws IOException {
        String present = RELEASED.replace(before, after == null ? "" : after);

        assertThat(Compatibility.breaks(yaml(RELEASED), yaml(present))).contains(found);
    }

    @Test
    void findsANewComponentThatOlderEventsDoNotHave() throws IOException {
        String present = RELEASED.replace("note: {type: string}", "note: {type: string}\n        more: {type: string}")
                .replace("[id, how, parts]", "[id, how, parts, more]");

        assertThat(Compatibility.breaks(yaml(RELEASED), yaml(present)))
                .containsExactly("Made.more: is new and can't be absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gone: {}              | Gone: {}, New: {}
            [a, b]                | [a, b, c]
            note: {type: string}  | note: {type: string, description: why}
            [id, how, parts]      | [id, how, parts, note]
            """)
    void letsTheContractGrow(String before, String after) throws IOException {
        assertThat(Compatibility.breaks(yaml(RELEASED), yaml(RELEASED.replace(before, after))))
                .isEmpty();
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }
}
