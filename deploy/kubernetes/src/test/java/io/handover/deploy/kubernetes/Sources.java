package io.handover.deploy.kubernetes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A module's sources. */
record Sources(String module) {

    private static final String TELEMETRY = "telemetry";
    private static final String KIT = "service-kit";

    static boolean areConfigurable(String module) {
        return Files.exists(resource(module, "application.properties"));
    }

    /** With what service-kit sets for services. */
    Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>();
        if (isService()) {
            all.putAll(read(KIT, "META-INF/microprofile-config.properties"));
        }
        all.putAll(read(module, "application.properties"));
        return all;
    }

    /** Java files, with those of the modules that it shares. */
    Stream<Path> java() {
        return Stream.of(module, TELEMETRY, KIT)
                .filter(name -> !name.equals(KIT) || isService())
                .flatMap(name -> Folder.filesBelow(Folder.CHECKOUT.resolve(name).resolve("src/main/java")).stream())
                .filter(file -> file.toString().endsWith(".java"));
    }

    private boolean isService() {
        return module.endsWith("-service");
    }

    private static Map<String, String> read(String module, String resource) {
        Path file =
                Folder.CHECKOUT.resolve(module).resolve("src/main/resources").resolve(resource);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(module + " is no module that can be configured");
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Folder.text(file)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.forEach((key, value) -> entries.put(key.toString(), value.toString()));
        return entries;
    }

    private static Path resource(String module, String name) {
        return Folder.CHECKOUT.resolve(module).resolve("src/main/resources").resolve(name);
    }
}
