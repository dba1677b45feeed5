package io.handover.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to replicas that are ready, in turn: what a Service of Kubernetes or any load balancer does. A
 * connection that is there stays where it is.
 */
final class Balancer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int BACKLOG = 512;

    private final ServerSocket door;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile List<Replica> ready = List.of();

    /** Has an address, and refuses everybody. */
    Balancer() {
        try {
            door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Where connections go.
     *
     * @param address of requests
     * @param management where it says whether it is ready
     */
    record Replica(URI address, URI management) {}

    URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** From now on. */
    void passOnTo(List<Replica> replicas) {
        Thread.ofVirtual().start(() -> watch(replicas));
        Thread.ofVirtual().start(this::accept);
    }

    @Override
    public void close() {
        closeQuietly(door);
        http.shutdownNow();
    }

    private void watch(List<Replica> replicas) {
        try {
            while (!door.isClosed()) {
                ready = replicas.stream().filter(this::isReady).toList();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who says nothing is slow, and remains what it was. */
    private boolean isReady(Replica replica) {
        HttpRequest question = HttpRequest.newBuilder(replica.management().resolve("/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (HttpTimeoutException slow) {
            return ready.contains(replica);
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> passOn(client));
            }
        } catch (IOException closed) {
            // Then nobody comes any more.
        }
    }

    private void passOn(Socket client) {
        List<Replica> choice = ready;
        if (choice.isEmpty()) {
            closeQuietly(client);
            return;
        }
        URI address =
                choice.get(Math.floorMod(turn.getAndIncrement(), choice.size())).address();
        Socket server = new Socket();
        try {
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            server.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
        } catch (IOException refused) {
            closeQuietly(server);
            closeQuietly(client);
        }
    }

    /** Until one of the two ends it. */
    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // As it is for the other side, too.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception closed) {
            // It is.
        }
    }
}
