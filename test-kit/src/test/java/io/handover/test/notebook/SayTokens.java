package io.handover.test.notebook;

/**
 * A body: how many events to say in one transaction.
 *
 * @param count the first {@code count} natural numbers become token ids
 * @param refused whether to refuse the request in the end
 */
record SayTokens(int count, boolean refused) {}
