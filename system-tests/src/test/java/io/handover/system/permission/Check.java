package io.handover.system.permission;

/** Something to ask the product and the oracle. */
sealed interface Check {

    Who by();

    /**
     * One thing, tried in a way that changes nothing that matters here.
     *
     * @param about who may control it, if that is what is asked; otherwise the one who asks
     */
    record Question(Who by, Verb verb, Thing thing, Who about) implements Check {}

    /** A step of which all that counts is whether it is refused. */
    record Attempt(Step step) implements Check {

        @Override
        public Who by() {
            return step.by();
        }
    }

    /**
     * A list.
     *
     * @param tag for those that carry it
     */
    record Look(Who by, View view, Thing tag) implements Check {}

    /** Which list. */
    enum View {
        SERVERS,
        SERVERS_BY_PAGES,
        SERVERS_WITH_TAG,
        STORAGES,
        STORAGES_BY_PAGES,
        TAGS,
        PERMISSIONS
    }
}
