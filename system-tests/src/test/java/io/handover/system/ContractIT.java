package io.handover.system;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * UpCloud's API as the clients know it, played row by row from the tables in {@code resources/contract}, whose
 * {@code README.md} says how to read them.
 */
@ExtendWith(RunningStack.class)
class ContractIT {

    private static final List<String> PAGES = List.of(
            "account.md",
            "tokens.md",
            "permissions.md",
            "tags.md",
            "catalogue.md",
            "servers.md",
            "groups.md",
            "storages.md",
            "audit.md",
            "outside.md");
    private static final String WORDS = "Words";

    private static Api api;
    private static Shapes shapes;

    @BeforeAll
    static void readTheShapes(RunningStack stack) {
        api = stack.api();
        shapes = new Shapes(ContractFile.read("shapes.md"));
    }

    @TestFactory
    Stream<DynamicContainer> answers() {
        return PAGES.stream().map(ContractFile::read).map(ContractIT::page);
    }

    @TestFactory
    Stream<DynamicContainer> refuses() {
        ContractFile file = ContractFile.read("endpoints.md");
        var stage = new Stage(api, shapes);
        var endpoints = new Endpoints(file);
        Stream<DynamicContainer> first = Stream.of(story(stage, "First", file.table("First")));
        Stream<DynamicContainer> each = endpoints.all().stream()
                .map(endpoint -> DynamicContainer.dynamicContainer(
                        endpoint.title(), tests(stage, endpoints.refusals(endpoint))));
        return Stream.concat(first, each);
    }

    private static DynamicContainer page(ContractFile file) {
        var stage = new Stage(api, shapes);
        file.tables().getOrDefault(WORDS, List.of()).forEach(row -> stage.define(row.get(0), row.get(1)));
        return DynamicContainer.dynamicContainer(
                file.name(),
                file.tables().entrySet().stream()
                        .filter(table -> !table.getKey().equals(WORDS))
                        .map(table -> story(stage, table.getKey(), table.getValue())));
    }

    /** The rows build on each other. */
    private static DynamicContainer story(Stage stage, String heading, List<List<String>> rows) {
        return DynamicContainer.dynamicContainer(
                heading, tests(stage, rows.stream().map(Exchange::of)));
    }

    private static Stream<DynamicTest> tests(Stage stage, Stream<Exchange> rows) {
        return rows.map(row -> DynamicTest.dynamicTest(row.title(), () -> stage.play(row)));
    }
}
