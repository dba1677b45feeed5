package io.handover.quickstart.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with the sources of Handover and what Maven made of them. */
public record Checkout(Path root) {

    void requireBuilt(List<String> modules) {
        modules.stream()
                .map(this::application)
                .filter(jar -> !Files.exists(jar))
                .findFirst()
                .ifPresent(jar -> {
                    throw new StackFailed(jar + " is missing: build with \"mvn package\" first.");
                });
    }

    /** The jar that starts a module. */
    Path application(String module) {
        return target(module).resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    /** The jar of this module, which is also the agent that ends processes whose starter is gone. */
    public Path jar() {
        return target("quickstart").resolve("quickstart.jar");
    }

    /** What this module needs to run in a process of its own. */
    String classPath() {
        return jar() + File.pathSeparator + target("quickstart").resolve("lib").resolve("*");
    }

    private Path target(String module) {
        return root.resolve(module).resolve("target");
    }
}
