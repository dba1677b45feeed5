package io.handover.provisioning.storage;

import java.util.List;
import java.util.Set;

/**
 * Which storages a list is to show.
 *
 * @param words {@code public}, {@code private} or a type; all must fit
 * @param labels each {@code key} or {@code key=value}; all must fit
 */
record StorageFilter(List<String> words, List<String> labels) {

    private static final Set<String> WORDS =
            Set.of("public", "private", "normal", "backup", "cdrom", "template", "favorite");

    static boolean isWord(String segment) {
        return WORDS.contains(segment);
    }

    boolean accepts(StorageView storage) {
        return words.stream().allMatch(word -> word.equals(storage.access()) || word.equals(storage.type()));
    }
}
