package io.handover.kit.inbox;

import io.handover.kit.event.UnreadableEvent;
import io.vertx.pgclient.PgException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why an event was given up: kinds of exceptions, PostgreSQL's codes and constraints, and a place in the code. Never
 * their messages, which quote what an event holds.
 */
final class Cause {

    private static final int DEPTH_MAX = 10;
    private static final String OURS = "io.handover.";
    private static final String KIT = "io.handover.kit.inbox.";

    private Cause() {}

    static String of(Throwable failure) {
        return failure instanceof UnreadableEvent unreadable
                ? Objects.toString(unreadable.getMessage())
                : chain(failure).map(Cause::kind).distinct().collect(Collectors.joining(" < ")) + place(failure);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH_MAX);
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof PgException refused
                ? Stream.of(name, refused.getSqlState(), refused.getConstraint())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                : name;
    }

    /** The innermost of the service's own code, if the exceptions know it. */
    private static String place(Throwable failure) {
        return chain(failure)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().startsWith(OURS)
                        && !frame.getClassName().startsWith(KIT))
                .findFirst()
                .map(frame -> " at " + simple(frame.getClassName()) + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
