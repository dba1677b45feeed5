package io.handover.provisioning.incus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What happens to machines, as Incus tells it: whose, not what. A listener that is lost comes back. */
final class Changes {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final Set<String> ACTIONS = Set.of(
            "instance-started",
            "instance-stopped",
            "instance-shutdown",
            "instance-restarted",
            "instance-deleted",
            "instance-renamed",
            "instance-paused",
            "instance-resumed");

    private final IncusApi incus;

    Changes(IncusApi incus) {
        this.incus = incus;
    }

    Multi<UUID> all() {
        return Multi.createFrom()
                .<UUID>emitter(this::listen, BackPressureStrategy.BUFFER)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void listen(MultiEmitter<? super UUID> machines) {
        var connecting = incus.client()
                .newWebSocketBuilder()
                .connectTimeout(incus.patience())
                .buildAsync(incus.events(), new Listener(machines));
        var _ = connecting.whenComplete((socket, failure) -> {
            if (failure == null) {
                machines.onTermination(socket::abort);
            } else {
                machines.fail(failure);
            }
        });
    }

    /** The server whose machine something is told of; what is none tells nothing. */
    static Optional<UUID> server(String text) {
        try {
            JsonNode told = JsonMapper.builder().build().readTree(text).path("metadata");
            return ACTIONS.contains(told.path("action").asText())
                    ? Keys.server(IncusApi.name(told.path("source").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException garbled) {
            return Optional.empty();
        }
    }

    private static final class Listener implements WebSocket.Listener {

        private final MultiEmitter<? super UUID> machines;
        private final StringBuilder text = new StringBuilder();

        Listener(MultiEmitter<? super UUID> machines) {
            this.machines = machines;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                server(text.toString()).ifPresent(machines::emit);
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            machines.fail(new IOException("Incus tells no more"));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            machines.fail(failure);
        }
    }
}
