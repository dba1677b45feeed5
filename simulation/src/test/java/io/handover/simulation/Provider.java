package io.handover.simulation;

import io.handover.notification.channel.SendResult;
import io.handover.notification.delivery.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes messages; may refuse, be away, answer late or never, and say later what became of them, often and at random.
 */
final class Provider {

    private static final List<List<Receipt>> WORDS = List.of(
            List.of(new Receipt.Arrived()),
            List.of(new Receipt.Returned("552")),
            List.of(new Receipt.Returned("552"), new Receipt.Returned("552")),
            List.of(new Receipt.Arrived(), new Receipt.Returned("552")));

    private final World world;
    private final Map<UUID, List<String>> taken = new HashMap<>();

    Provider(World world) {
        this.world = world;
    }

    void send(UUID delivery, String password, Consumer<SendResult> answer, Consumer<Receipt> word) {
        switch (world.wrong("provider", 6)) {
            case 1 -> world.soon(() -> answer.accept(new SendResult.Refused("550")));
            case 2 -> world.soon(() -> answer.accept(new SendResult.TryLater("451")));
            case 3 ->
                world.soon(() -> {
                    take(delivery, password, word);
                    answer.accept(new SendResult.Uncertain("no answer"));
                });
            case 4 -> world.soon(() -> answer.accept(new SendResult.Uncertain("no answer")));
            case 5 ->
                world.soon(() -> {
                    take(delivery, password, word);
                    world.in(Duration.ofSeconds(90), () -> answer.accept(new SendResult.Accepted("m" + delivery)));
                });
            default ->
                world.soon(() -> {
                    take(delivery, password, word);
                    world.soon(() -> answer.accept(new SendResult.Accepted("m" + delivery)));
                });
        }
    }

    private void take(UUID delivery, String password, Consumer<Receipt> word) {
        world.note("the provider takes the message of delivery", delivery);
        List<String> messages = taken.computeIfAbsent(delivery, absent -> new ArrayList<>());
        messages.add(password);
        Violation.unless(messages.size() == 1, "no message is sent twice", delivery, messages);
        for (Receipt receipt : WORDS.get(world.wrong("receipt", WORDS.size()))) {
            world.soon(() -> word.accept(receipt));
        }
    }

    boolean took(UUID delivery) {
        return taken.containsKey(delivery);
    }
}
