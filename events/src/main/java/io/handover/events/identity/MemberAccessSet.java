package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of what a member may touch was asked for at once; a list that is absent stays as it is.
 *
 * @param requestId comes back in {@link io.handover.events.permission.MemberAccessApplied}
 */
public record MemberAccessSet(
        UUID accountId,
        UUID memberId,
        UUID requestId,
        @Nullable List<Access> servers,
        @Nullable List<Access> storages,
        @Nullable List<Access> networks,
        @Nullable List<Access> tags,
        UUID requestedBy)
        implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return memberId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
