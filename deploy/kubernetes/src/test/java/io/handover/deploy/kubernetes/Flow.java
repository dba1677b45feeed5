package io.handover.deploy.kubernetes;

/**
 * That somebody may open connections to a port.
 *
 * @param from a workload, or what a policy calls those outside
 * @param to the same
 */
record Flow(String from, String to, int port) implements Comparable<Flow> {

    @Override
    public int compareTo(Flow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " -> " + to + ":" + port;
    }
}
