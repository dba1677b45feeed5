package io.handover.sandbox.ssh;

/** SSH servers for tests of other features that run without Quarkus. */
public final class TestDoors {

    private TestDoors() {}

    public static Doors doors() {
        return new Doors(addresses());
    }

    public static Addresses addresses() {
        return new Addresses(Loopback.ofThisHost());
    }
}
