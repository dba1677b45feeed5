package io.handover.provisioning.compute;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks whether a machine can be logged in to: whether its SSH server says its version (RFC 4253, section 4.2). */
@ApplicationScoped
public class LoginProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String GREETING = "SSH-2.0-";

    private final NetClient client;
    private final Optional<String> host;

    LoginProbe(Vertx vertx, SandboxConfig config) {
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
        this.host = config.probeHost();
    }

    /** False when nothing, or something else, answers. May answer on any thread. */
    public Uni<Boolean> answers(Machine machine) {
        return Uni.createFrom()
                .<Boolean>emitter(answer -> client.connect(machine.sshPort(), host.orElse(machine.sshHost()))
                        .onFailure(refused -> answer.complete(false))
                        .onSuccess(socket -> {
                            socket.handler(greeting -> answer.complete(isSsh(greeting)));
                            socket.closeHandler(closed -> answer.complete(false));
                            answer.onTermination(() -> close(socket));
                        }))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false);
    }

    private static void close(NetSocket socket) {
        var _ = socket.close();
    }

    private static boolean isSsh(Buffer greeting) {
        return greeting.toString(StandardCharsets.US_ASCII).startsWith(GREETING);
    }
}
