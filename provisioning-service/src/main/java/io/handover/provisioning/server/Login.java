package io.handover.provisioning.server;

/** Where root logs in to a server. */
public record Login(String host, int port) {

    /** Who logs in. */
    public static final String USER = "root";
}
