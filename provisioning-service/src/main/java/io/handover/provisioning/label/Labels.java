package io.handover.provisioning.label;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.handover.kit.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rules and stored form of labels: a JSON array, which PostgreSQL can search. */
public final class Labels {

    private static final int KEY_LENGTH_MIN = 2;
    private static final int KEY_LENGTH_MAX = 32;
    private static final int VALUE_LENGTH_MAX = 255;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Label>> LIST = new TypeReference<>() {};

    private Labels() {}

    /** The labels to keep; an absent list is an empty one. Refuses bad keys and values, and keys that come twice. */
    public static List<Label> checked(@Nullable List<@Nullable Label> labels) {
        if (labels == null) {
            return List.of();
        }
        List<Label> valid = labels.stream().map(Labels::valid).toList();
        if (valid.stream().map(Label::key).distinct().count() < valid.size()) {
            throw Refusal.invalid("DUPLICATE_LABEL_KEYS", "labels: a key must not come twice.");
        }
        return valid;
    }

    /** As it is stored. */
    public static String write(List<Label> labels) {
        try {
            return JSON.writeValueAsString(labels);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From the stored form. */
    public static List<Label> read(String stored) {
        try {
            return JSON.readValue(stored, LIST);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What {@code label_terms} of the stored form must contain to pass filters that are each {@code key} or
     * {@code key=value}. Keys are compared without case, values with it.
     */
    public static List<String> terms(List<String> filters) {
        return filters.stream().map(Labels::term).toList();
    }

    private static String term(String filter) {
        if (hasControls(filter)) {
            throw Refusal.invalid("INVALID_LABEL_KEY", "label: must be a key, or key=value.");
        }
        int equals = filter.indexOf('=');
        return equals < 0
                ? filter.toLowerCase(Locale.ROOT)
                : filter.substring(0, equals).toLowerCase(Locale.ROOT) + filter.substring(equals);
    }

    private static Label valid(@Nullable Label label) {
        String key = label == null || label.key() == null ? "" : label.key();
        if (key.length() < KEY_LENGTH_MIN || key.length() > KEY_LENGTH_MAX || !printable(key) || key.startsWith("_")) {
            throw Refusal.invalid(
                    "INVALID_LABEL_KEY",
                    "labels: a key has 2 to 32 printable ASCII characters and does not begin with an underscore.");
        }
        String value = label == null || label.value() == null ? "" : label.value();
        if (value.length() > VALUE_LENGTH_MAX || hasControls(value)) {
            throw Refusal.invalid(
                    "INVALID_LABEL_VALUE", "labels: a value has at most 255 characters, none of them a control.");
        }
        return new Label(key, value);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static boolean printable(String key) {
        return key.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
}
