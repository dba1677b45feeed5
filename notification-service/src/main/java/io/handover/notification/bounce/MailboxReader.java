package io.handover.notification.bounce;

import io.handover.kit.work.OwnContext;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Looks into the mailbox now and then, if there is one. Replicas may look at once: a bounce is taken once. */
@ApplicationScoped
class MailboxReader {

    private final Optional<Mailbox> mailbox;
    private final BounceConfig.Imap config;
    private final BounceService bounces;
    private final Vertx vertx;
    private volatile boolean stopped;

    MailboxReader(BounceConfig config, BounceService bounces, Vertx vertx) {
        this.config = config.imap();
        this.mailbox = this.config
                .host()
                .map(host -> new Mailbox(this.config, host, config.maxMail().asLongValue()));
        this.bounces = bounces;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        mailbox.ifPresent(this::lookLater);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void lookLater(Mailbox box) {
        vertx.setTimer(config.every().toMillis(), timer -> look(box));
    }

    private void look(Mailbox box) {
        if (stopped) {
            return;
        }
        vertx.executeBlocking(
                        () -> {
                            box.read(this::take);
                            return true;
                        },
                        false)
                .subscribe()
                .with(done -> lookLater(box), failure -> {
                    // What a mail server or a parser says may quote the mail.
                    Log.warnf(
                            "bounces wait in their mailbox: error=%s",
                            failure.getClass().getName());
                    lookLater(box);
                });
    }

    /** The database is asked on a context of its own, while the reading thread waits. */
    private boolean take(byte[] mail) {
        var taken = new CompletableFuture<Boolean>();
        OwnContext.run(
                vertx.getDelegate(),
                own -> bounces.takeMail(mail, null),
                taken::complete,
                taken::completeExceptionally);
        return taken.orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
