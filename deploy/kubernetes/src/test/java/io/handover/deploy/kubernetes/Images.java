package io.handover.deploy.kubernetes;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Images of ours are of modules, in the version of this checkout; all others have a version, too. */
final class Images implements Check {

    private static final String OURS = "handover/";
    private static final String POM = Folder.text(Folder.CHECKOUT.resolve("pom.xml"));

    private static final Set<String> MODULES = Pattern.compile("<module>(.*?)</module>")
            .matcher(POM)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    @Override
    public Stream<String> findings(Overlay overlay) {
        return overlay.withPods()
                .flatMap(workload -> workload.containers().stream().map(Manifest::image))
                .filter(image -> image.startsWith(OURS) ? !isBuilt(image) : !image.matches(".+:[^:/]*\\d[^:/]*"))
                .map(image -> "no such image is built: " + image);
    }

    /** What a workload of ours runs. */
    static Optional<String> module(Manifest workload) {
        return workload.containers().stream()
                .map(Manifest::image)
                .filter(image -> image.startsWith(OURS))
                .map(image -> image.substring(OURS.length()).split(":", 2)[0])
                .findFirst();
    }

    private static boolean isBuilt(String image) {
        String[] name = image.substring(OURS.length()).split(":", 2);
        return name.length == 2 && MODULES.contains(name[0]) && name[1].equals(version());
    }

    private static String version() {
        return Pattern.compile("<artifactId>handover</artifactId>\\s*<version>(.*?)</version>")
                .matcher(POM)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
