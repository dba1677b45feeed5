package io.handover.quickstart.fuzz;

import io.handover.quickstart.client.Unexpected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schemathesis of the version that {@code fuzz/requirements.txt} names, with {@code fuzz/schemathesis.toml}.
 *
 * @param checkout where those are
 * @param python the interpreter that has it
 */
public record Schemathesis(Path checkout, String python) {

    private static final String PINNED =
            "import importlib.metadata as m, sys; sys.exit(m.version('schemathesis') not in open(sys.argv[1]).read())";

    private static final String FIT = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";

    /** The one that is there already, in {@code target/fuzz} or where {@code HANDOVER_PYTHON} or the PATH leads. */
    public static Optional<Schemathesis> installed(Path checkout) throws InterruptedException {
        return installed(checkout, systemPython());
    }

    /**
     * The one that is there, or one that pip gets, with the settings that it has on this machine.
     *
     * @throws Unexpected when there is no Python, or pip can't get it
     */
    public static Schemathesis install(Path checkout, PrintStream out) throws InterruptedException {
        return install(checkout, systemPython(), out);
    }

    static Schemathesis install(Path checkout, String python, PrintStream out) throws InterruptedException {
        Optional<Schemathesis> present = installed(checkout, python);
        return present.isPresent() ? present.get() : download(checkout, python, out);
    }

    private static Optional<Schemathesis> installed(Path checkout, String python) throws InterruptedException {
        for (String each : List.of(ownPython(checkout), python)) {
            if (run(checkout, List.of(each, "-c", PINNED, requirements(checkout)), Map.of(), quiet()) == 0) {
                return Optional.of(new Schemathesis(checkout, each));
            }
        }
        return Optional.empty();
    }

    private static Schemathesis download(Path checkout, String python, PrintStream out) throws InterruptedException {
        require(
                run(checkout, List.of(python, "-c", FIT), Map.of(), quiet()),
                "Fuzzing needs Python 3.11 or newer with venv and pip, and \"" + python
                        + "\" is none. HANDOVER_PYTHON names another.");
        out.println("Installing what fuzz/requirements.txt names into target/fuzz ...");
        String own = ownPython(checkout);
        require(
                run(checkout, List.of(python, "-m", "venv", "fuzz"), Map.of(), out),
                "Python could not make a virtual environment.");
        require(
                run(checkout, List.of(own, "-m", "pip", "install", "-q", "-r", requirements(checkout)), Map.of(), out),
                "pip could not install it: PyPI, or the index that pip is set to, must be in reach.");
        return new Schemathesis(checkout, own);
    }

    /**
     * Asks a gateway, as an account that may be used up. The same seed asks the same of the same answers.
     *
     * @param examples how many cases to generate of each operation at most, in each phase
     * @param more arguments for Schemathesis
     * @return 0 if nothing was violated
     */
    public int run(
            URI gateway, String username, String password, long seed, int examples, List<String> more, PrintStream out)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                python,
                "-m",
                "schemathesis.cli",
                "--config-file",
                checkout.resolve("fuzz/schemathesis.toml").toString(),
                "--no-color",
                "run",
                gateway.resolve("/openapi").toString(),
                "--url",
                gateway.toString(),
                "--seed",
                Long.toString(seed),
                "--max-examples",
                Integer.toString(examples)));
        command.addAll(more);
        return run(
                checkout,
                command,
                Map.of(
                        "HANDOVER_FUZZ_USERNAME", username,
                        "HANDOVER_FUZZ_PASSWORD", password,
                        "SCHEMATHESIS_HOOKS", checkout.resolve("fuzz/hooks.py").toString()),
                out);
    }

    private static String ownPython(Path checkout) {
        return checkout.resolve("target/fuzz/bin/python").toString();
    }

    private static String systemPython() {
        return Optional.ofNullable(System.getenv("HANDOVER_PYTHON")).orElse("python3");
    }

    private static String requirements(Path checkout) {
        return checkout.resolve("fuzz/requirements.txt").toString();
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static void require(int status, String otherwise) {
        if (status != 0) {
            throw new Unexpected(otherwise);
        }
    }

    /** In {@code target}, where what it leaves behind is in nobody's way; 127 when there is no such program. */
    private static int run(Path checkout, List<String> command, Map<String, String> environment, PrintStream out)
            throws InterruptedException {
        try {
            Path folder = Files.createDirectories(checkout.resolve("target"));
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(out::println);
                return process.waitFor();
            } finally {
                process.destroy();
            }
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }
}
