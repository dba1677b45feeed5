package io.handover.sandbox.ssh;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Hangs up on whoever is one too many, logged in or not. */
final class SessionLimit implements SessionListener {

    private final int max;
    private final AtomicInteger open = new AtomicInteger();

    SessionLimit(int max) {
        this.max = max;
    }

    @Override
    public void sessionCreated(Session session) {
        if (open.incrementAndGet() > max) {
            session.close(true);
        }
    }

    @Override
    public void sessionClosed(Session session) {
        open.decrementAndGet();
    }
}
