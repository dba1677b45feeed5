package io.handover.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A page of the contract: Markdown, of which only headings and the tables under them count. The rest is for people.
 *
 * @param name the file's name
 * @param tables the rows of each table by its heading, without the row of column names
 */
record ContractFile(String name, Map<String, List<List<String>>> tables) {

    private static final String DIVIDER = "|---";

    static ContractFile read(String name) {
        try (InputStream file = ContractFile.class.getResourceAsStream("/contract/" + name)) {
            String text = new String(
                    Objects.requireNonNull(file, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
            return new ContractFile(name, tables(text.lines().toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<List<String>> table(String heading) {
        return Objects.requireNonNull(tables.get(heading), name + " has no table under " + heading);
    }

    private static Map<String, List<List<String>>> tables(List<String> lines) {
        Map<String, List<List<String>>> found = new LinkedHashMap<>();
        String heading = "";
        boolean inTable = false;
        for (String line : lines) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "");
            }
            if (inTable && line.startsWith("|")) {
                found.computeIfAbsent(heading, _ -> new ArrayList<>()).add(cells(line));
            }
            inTable = line.startsWith(DIVIDER) || (inTable && line.startsWith("|"));
        }
        return found;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(cell -> cell.strip().replaceFirst("^`(.*)`$", "$1"))
                .toList();
    }
}
