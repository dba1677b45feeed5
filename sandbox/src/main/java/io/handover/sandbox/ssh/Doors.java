package io.handover.sandbox.ssh;

import io.handover.sandbox.shell.Shells;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.file.nonefs.NoneFileSystemFactory;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;

/** Opens SSH servers that let root in to a shell and to nothing else: no forwarding, no agent, no files. */
@Singleton
public class Doors {

    private static final String ROOT = "root";
    private static final int SESSIONS_MAX = 16;
    private static final int ATTEMPTS_MAX = 10;
    private static final int PASSWORD_LENGTH_MAX = 256;
    private static final int CHANNELS_MAX = 8;
    private static final int THREADS_EACH = 2;
    private static final Duration TIME_TO_LOG_IN = Duration.ofSeconds(30);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ssh-timer").factory());

    private final Addresses addresses;

    Doors(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Listens at once, or fails. */
    public OpenDoor open(SshAddress address, HostKey hostKey, Login login, Shells shells) throws IOException {
        SshServer server = ServerBuilder.builder()
                .channelFactories(List.of(ChannelSessionFactory.INSTANCE))
                .globalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE))
                .compressionFactories(List.of(BuiltinCompressions.none))
                .forwardingFilter(RejectAllForwardingFilter.INSTANCE)
                .fileSystemFactory(NoneFileSystemFactory.INSTANCE)
                .build();
        server.setHost(addresses.listensOn(address));
        server.setPort(address.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey.pairs()));
        server.setShellFactory(shells);
        server.setCommandFactory(shells);
        server.setScheduledExecutorService(timer, false);
        letIn(server, login);
        bound(server);
        return started(server);
    }

    @PreDestroy
    void stopTimer() {
        timer.shutdownNow();
    }

    private static void letIn(SshServer server, Login login) {
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals(ROOT) && login.accepts(key));
        server.setPasswordAuthenticator((user, password, session) ->
                user.equals(ROOT) && password.length() <= PASSWORD_LENGTH_MAX && login.accepts(password.toCharArray()));
    }

    /** What one machine may cost. */
    private static void bound(SshServer server) {
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "handover-sandbox");
        CoreModuleProperties.NIO_WORKERS.set(server, THREADS_EACH);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, TIME_TO_LOG_IN);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, ATTEMPTS_MAX);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS_MAX);
        CoreModuleProperties.STOP_WAIT_TIME.set(server, TIME_TO_CLOSE);
        server.addSessionListener(new SessionLimit(SESSIONS_MAX));
    }

    private static OpenDoor started(SshServer server) throws IOException {
        try {
            server.start();
            return new OpenDoor(server);
        } catch (IOException failure) {
            server.close(true);
            throw failure;
        }
    }
}
