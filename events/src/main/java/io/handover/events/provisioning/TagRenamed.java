package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A tag goes by another name, on every server that carries it and in every permission that names it. A change of
 * capitals alone is none: tags are compared in lower case.
 *
 * @param from its name until now, in lower case; a tag of that name may come later, and is another one
 * @param to its name from now on, in lower case; no tag had it
 */
public record TagRenamed(UUID accountId, String from, String to, UUID renamedBy) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return to;
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
