package io.handover.permission.grant;

import io.handover.permission.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be done so that a member controls what is wanted and nothing else. Pure.
 *
 * @param revoked targets that are no longer wanted
 * @param granted targets that are new, or whose storages come or go
 */
record Difference(List<Target> revoked, Map<Target, Boolean> granted) {

    /** From what is to what shall be; each says by target whether the storages attached to it are included. */
    static Difference between(Map<Target, Boolean> present, Map<Target, Boolean> wanted) {
        List<Target> revoked = present.keySet().stream()
                .filter(target -> !wanted.containsKey(target))
                .toList();
        Map<Target, Boolean> granted = new LinkedHashMap<>(wanted);
        granted.entrySet().removeAll(present.entrySet());
        return new Difference(revoked, granted);
    }
}
