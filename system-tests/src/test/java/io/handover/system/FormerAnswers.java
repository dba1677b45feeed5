package io.handover.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a former version answered, and the words to ask again.
 *
 * @param words names, ids and secrets of the story
 */
record FormerAnswers(Map<String, String> words, List<Answer> answers) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What says when somebody came last changes with each request. */
    private static final Set<String> RESTLESS = Set.of("last_used_at");

    /**
     * One answer.
     *
     * @param who {@code owner}, {@code member} or {@code stranger}
     */
    record Answer(String who, String path, JsonNode body) {}

    static FormerAnswers read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), FormerAnswers.class);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    String word(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    Caller caller(String who) {
        return new Caller(word(who), word(who + " password"));
    }

    /** Where something is not as it was said before. More may be said now. */
    static List<String> differences(String where, JsonNode before, JsonNode now) {
        List<String> differences = new ArrayList<>();
        if (before.isObject() && now.isObject()) {
            before.properties().stream()
                    .filter(field -> !RESTLESS.contains(field.getKey()))
                    .forEach(field -> differences.addAll(
                            differences(where + "." + field.getKey(), field.getValue(), now.path(field.getKey()))));
        } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
            IntStream.range(0, before.size())
                    .forEach(
                            at -> differences.addAll(differences(where + "[" + at + "]", before.get(at), now.get(at))));
        } else if (!before.equals(now)) {
            differences.add(where + " was " + before + " and is " + now);
        }
        return differences;
    }

    /** Every answer that there is for an owner of these servers, and for those who are let in to some. */
    static List<Answer> questions(List<String> servers, List<String> storages) {
        Stream<String> ofOwner = Stream.of(
                        Stream.of(
                                "/1.3/account",
                                "/1.3/account/list",
                                "/1.3/account/tokens",
                                "/1.3/permission",
                                "/1.3/server",
                                "/1.3/server-group",
                                "/1.3/storage/private",
                                "/1.3/storage/backup",
                                "/1.3/storage/favorite",
                                "/1.3/tag",
                                "/v1/delivery-settings"),
                        servers.stream().map(server -> "/1.3/server/" + server),
                        servers.stream().map(server -> "/1.3/server/" + server + "/firewall_rule"),
                        servers.stream().map(server -> "/v1/servers/" + server + "/access"),
                        servers.stream().map(server -> "/v1/deliveries?server=" + server),
                        storages.stream().map(storage -> "/1.3/storage/" + storage))
                .flatMap(paths -> paths);
        return Stream.concat(
                        ofOwner.map(path -> new Answer("owner", path, JSON.nullNode())),
                        Stream.of("/1.3/account", "/1.3/server", "/1.3/storage/private", "/1.3/tag")
                                .flatMap(path -> Stream.of("member", "stranger")
                                        .map(who -> new Answer(who, path, JSON.nullNode()))))
                .toList();
    }
}
