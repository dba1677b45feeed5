package io.handover.quickstart.stack;

import io.handover.quickstart.home.Home;
import io.handover.quickstart.inbox.SmsAccount;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How each part of the stack is to be started: the program, and the environment that joins it to the others. */
final class Plans {

    static final List<String> MODULES = List.of(
            "identity-service",
            "permission-service",
            "provisioning-service",
            "notification-service",
            "gateway",
            "sandbox");

    private static final List<String> SERVICES = List.of("identity", "permission", "provisioning", "notification");

    private static final String GATEWAY = "gateway";

    /** C1 and the serial collector start fastest and need least; the tests' and the demo's load needs no more. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String MAIN = "io.handover.quickstart.Main";

    /** A number that Twilio sets aside for tests. */
    private static final String SMS_FROM = "+15005550006";

    private final Checkout checkout;
    private final Home home;
    private final Compute compute;
    private final Map<String, String> shared;
    private final Map<String, String> machines;
    private final int replicas;
    private final AotCaches caches;
    private final int postgresqlPort;
    private final int kafkaPort;
    private final int controllerPort;
    private final int mailPort;
    private final int smsPort;
    private final int sandboxPort;
    private final Map<String, Integer> applicationPorts = new HashMap<>();

    /** For probes and metrics. */
    private final Map<String, Integer> managementPorts = new HashMap<>();

    /**
     * Of so many replicas of each service, and as many gateways; the first gateway has the port of the settings.
     *
     * @param shared what all applications find in their environment
     * @param machines what provisioning does, of where machines are made outside of the sandbox
     */
    Plans(
            Home home,
            Settings settings,
            Ports ports,
            Map<String, String> shared,
            Map<String, String> machines,
            int replicas,
            AotCaches caches) {
        this.checkout = new Checkout(settings.checkout());
        this.home = home;
        this.compute = settings.compute();
        this.shared = shared;
        this.machines = machines;
        this.replicas = replicas;
        this.caches = caches;
        kafkaPort = settings.kafkaPort();
        postgresqlPort = ports.free();
        controllerPort = ports.free();
        mailPort = ports.free();
        smsPort = ports.free();
        sandboxPort = ports.free();
        managed().forEach(application -> {
            applicationPorts.put(application, ports.free());
            managementPorts.put(application, ports.free());
        });
        applicationPorts.put(GATEWAY, settings.port());
    }

    /** Whether all that a checkout runs has been trained since it was built. */
    static boolean areTrained(Checkout checkout) {
        return Stream.of("postgresql", "kafka").allMatch(program -> AotCaches.isThere(checkout.jar(), program))
                && MODULES.stream().allMatch(module -> AotCaches.isThere(checkout.application(module), module));
    }

    int mailPort() {
        return mailPort;
    }

    int smsPort() {
        return smsPort;
    }

    String kafkaAddress() {
        return address(kafkaPort);
    }

    String postgresqlAddress() {
        return address(postgresqlPort);
    }

    SmsAccount smsAccount() {
        return new SmsAccount("AC" + "0123456789abcdef".repeat(2), home.secret("sms"));
    }

    /** Where an application takes requests. */
    URI address(String application) {
        return URI.create(url(port(application)));
    }

    /** Where an application shows its health and metrics. */
    URI management(String application) {
        return URI.create(url(managementPort(application)));
    }

    /** The same of the services, by their names. */
    Map<String, URI> operated() {
        return SERVICES.stream().collect(Collectors.toMap(service -> service, this::management));
    }

    Plan postgresql() {
        List<String> arguments = new ArrayList<>(
                List.of("postgresql", home.path().toString(), binaries().toString(), "" + postgresqlPort));
        arguments.addAll(SERVICES);
        return own("postgresql", Tier.DATABASE, "-Xmx128m", arguments);
    }

    Plan kafka() {
        return own(
                "kafka",
                Tier.BROKER,
                "-Xmx256m",
                List.of("kafka", home.folder("kafka").toString(), "" + kafkaPort, "" + controllerPort));
    }

    /** Everything that stands on PostgreSQL and Kafka, replica by replica. They need not start in any order. */
    List<List<Plan>> applications() {
        return IntStream.rangeClosed(1, replicas).mapToObj(this::applications).toList();
    }

    private List<Plan> applications(int replica) {
        return Stream.of(
                        replica == 1 && compute == Compute.SANDBOX ? Stream.of(sandbox()) : Stream.<Plan>empty(),
                        Stream.of(gateway(replica)),
                        SERVICES.stream().map(service -> service(service, replica)))
                .flatMap(plans -> plans)
                .toList();
    }

    /** Where each gateway listens. */
    List<Integer> gatewayPorts() {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(replica -> port(nameOf(GATEWAY, replica)))
                .toList();
    }

    /** The first replica has the name of what it is; the others have a number, too. */
    static String nameOf(String application, int replica) {
        return replica == 1 ? application : application + "-" + replica;
    }

    private Stream<String> managed() {
        return IntStream.rangeClosed(1, replicas)
                .boxed()
                .flatMap(replica -> Stream.concat(SERVICES.stream(), Stream.of(GATEWAY))
                        .map(application -> nameOf(application, replica)));
    }

    private Plan sandbox() {
        return application(
                "sandbox",
                "sandbox",
                Tier.MACHINES,
                sandboxPort,
                Map.of(
                        "HANDOVER_SANDBOX_TOKEN", home.secret("sandbox"),
                        "HANDOVER_SANDBOX_FOLDER", home.folder("sandbox").toString()));
    }

    /** Each gateway has replicas of its own behind it. */
    private Plan gateway(int replica) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaAddress());
        SERVICES.forEach(service -> environment.put(
                "HANDOVER_GATEWAY_UPSTREAMS_" + upperCase(service), url(port(nameOf(service, replica)))));
        return managed(nameOf(GATEWAY, replica), GATEWAY, Tier.DOOR, environment);
    }

    private Plan service(String service, int replica) {
        String database = postgresqlAddress() + "/" + service;
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_USERNAME",
                service,
                "QUARKUS_DATASOURCE_PASSWORD",
                home.secret(service),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + database,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql://" + database,
                "KAFKA_BOOTSTRAP_SERVERS",
                kafkaAddress(),
                "HANDOVER_IDENTITY_URL",
                url(port("identity")),
                "HANDOVER_OPERATOR_TOKEN",
                home.secret("operator")));
        environment.putAll(outside(service));
        return managed(nameOf(service, replica), service + "-service", Tier.SERVICES, environment);
    }

    /** What a service needs of the world outside. */
    private Map<String, String> outside(String service) {
        return switch (service) {
            case "provisioning" -> compute == Compute.SANDBOX ? sandboxed() : machines;
            case "notification" ->
                Map.of(
                        "HANDOVER_KEY_ENCRYPTION_FOLDER",
                        home.folder("key-encryption").toString(),
                        "QUARKUS_MAILER_HOST",
                        "127.0.0.1",
                        "QUARKUS_MAILER_PORT",
                        "" + mailPort,
                        "QUARKUS_MAILER_FROM",
                        "Handover <handover@example.org>",
                        "HANDOVER_SMS_URL",
                        url(smsPort),
                        "HANDOVER_SMS_ACCOUNT_SID",
                        smsAccount().sid(),
                        "HANDOVER_SMS_AUTH_TOKEN",
                        smsAccount().authToken(),
                        "HANDOVER_SMS_FROM",
                        SMS_FROM,
                        "HANDOVER_AUDIT_SIGNING_KEY",
                        home.folder("secrets").resolve("audit-signing-key.pem").toString());
            default -> Map.of();
        };
    }

    private Map<String, String> sandboxed() {
        return Map.of(
                "HANDOVER_COMPUTE", "sandbox",
                "HANDOVER_SANDBOX_URL", url(sandboxPort),
                "HANDOVER_SANDBOX_TOKEN", home.secret("sandbox"));
    }

    private Plan managed(String name, String module, Tier tier, Map<String, String> environment) {
        int management = managementPort(name);
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", "" + management);
        return application(name, module, tier, port(name), all).healthyAt(health(management));
    }

    private Plan application(String name, String module, Tier tier, int port, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", "" + port);
        // Otherwise each consumer waits two seconds before it stops; what it was doing is done again at the next start.
        all.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        all.putAll(shared);
        Path jar = checkout.application(module);
        List<String> command = java("-Xmx192m", jar, module);
        command.addAll(List.of("-javaagent:" + checkout.jar(), "-jar", jar.toString()));
        return new Plan(name, tier, command, all, home.path(), home.log(name), Optional.of(health(port)));
    }

    private Plan own(String name, Tier tier, String heap, List<String> arguments) {
        List<String> command = java(heap, checkout.jar(), name);
        command.addAll(List.of("-cp", checkout.classPath(), MAIN));
        command.addAll(arguments);
        return new Plan(name, tier, command, Map.of(), home.path(), home.log(name), Optional.empty());
    }

    /** Temporary files stay in the home, so that a search of it misses none. */
    private List<String> java(String heap, Path jar, String program) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(caches.options(jar, program));
        command.add(heap);
        command.add("-Djava.io.tmpdir=" + home.folder("temporary"));
        return command;
    }

    /** Unpacked once for all stacks of a checkout, when the checkout belongs to who runs them. */
    private Path binaries() {
        Path target = checkout.jar().resolveSibling("postgresql");
        Home owner = Files.isWritable(target.getParent()) ? Home.at(target) : home;
        return owner.folder("binaries");
    }

    private int port(String application) {
        return Objects.requireNonNull(applicationPorts.get(application), application);
    }

    private int managementPort(String application) {
        return Objects.requireNonNull(managementPorts.get(application), application);
    }

    private static String address(int port) {
        return "127.0.0.1:" + port;
    }

    private static URI health(int port) {
        return URI.create(url(port) + "/q/health/ready");
    }

    private static String url(int port) {
        return "http://" + address(port);
    }

    private static String upperCase(String service) {
        return service.toUpperCase(Locale.ROOT);
    }
}
