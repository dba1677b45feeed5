package io.handover.simulation;

import io.handover.simulation.search.Choices;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One world from its first account until nothing is left to happen; then everything that must be true of it is. */
final class History {

    /** What clients do. */
    interface Script {
        void play(History history);
    }

    final World world;
    final Identity identity;
    final Permission permission;
    final Provisioning provisioning;
    final Notification notification;
    final BackEnd backEnd;
    final Provider provider;
    final List<Gateway> gateways;
    private final Broker broker;
    private final List<Ledger> ledgers;

    History(World world) {
        this.world = world;
        this.broker = new Broker(world);
        this.backEnd = new BackEnd(world);
        this.provider = new Provider(world);
        this.ledgers = List.of(
                new Ledger(world, broker, "identity"),
                new Ledger(world, broker, "permission"),
                new Ledger(world, broker, "notification"),
                new Ledger(world, broker, "provisioning"));
        this.identity = new Identity(world, ledgers.get(0));
        this.permission = new Permission(world, ledgers.get(1));
        this.notification = new Notification(world, ledgers.get(2), provider, this::works);
        this.provisioning = new Provisioning(world, ledgers.get(3), backEnd, notification);
        this.gateways =
                List.of(new Gateway(world, permission, provisioning), new Gateway(world, permission, provisioning));
    }

    /** Plays one, and checks it; fails with the {@link Violation}. */
    static void play(Script script, Choices choices, Set<Flaw> flaws, Coverage coverage) {
        new History(new World(choices, flaws, coverage, false)).play(script);
    }

    /** Plays one that goes wrong, and tells what happens. */
    static List<String> story(Script script, Choices choices, Set<Flaw> flaws) {
        var world = new World(choices, flaws, new Coverage(), true);
        try {
            new History(world).play(script);
        } catch (Violation expected) {
            world.note(String.valueOf(expected.getMessage()));
        }
        return world.story();
    }

    private void play(Script script) {
        script.play(this);
        world.run();
        var checker = new Checker(this);
        checker.check();
        Checker.Summary before = checker.summary();
        broker.replay();
        world.run();
        checker.check();
        Checker.Summary after = checker.summary();
        Violation.unless(before.equals(after), "replaying every topic changes nothing", before, after);
    }

    boolean isAllSaid() {
        return ledgers.stream().allMatch(Ledger::isSaid);
    }

    /** Nothing is sent that root does not log in with; of a server that is gone meanwhile, nobody can know. */
    private void works(Notification.Delivery delivery, String password) {
        boolean isStarted = provisioning
                .server(delivery.server)
                .filter(server -> server.started)
                .isPresent();
        Violation.unless(
                !isStarted || Objects.equals(backEnd.passwordOf(delivery.server), password),
                "a password works before it is sent",
                delivery.id);
    }
}
