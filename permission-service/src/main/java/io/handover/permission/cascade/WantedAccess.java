package io.handover.permission.cascade;

import io.handover.events.identity.Access;
import io.handover.events.identity.MemberAccessSet;
import io.handover.permission.target.Standing;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a member is to control of some types. Pure.
 *
 * @param types those whose list was present
 * @param targets says by target whether the storages attached to it are included
 */
record WantedAccess(Set<TargetType> types, Map<Target, Boolean> targets) {

    static WantedAccess of(MemberAccessSet event) {
        var wanted = new WantedAccess(EnumSet.noneOf(TargetType.class), new LinkedHashMap<>());
        wanted.add(TargetType.SERVER, event.servers());
        wanted.add(TargetType.STORAGE, event.storages());
        wanted.add(TargetType.NETWORK, event.networks());
        wanted.add(TargetType.TAG_ACCESS, event.tags());
        return wanted;
    }

    /** Without the targets that will never exist: a client may repeat a list that names what is deleted by now. */
    WantedAccess without(Map<Target, Standing> standings) {
        Map<Target, Boolean> left = new LinkedHashMap<>(targets);
        left.keySet().removeIf(target -> standings.get(target) == Standing.LOST);
        return new WantedAccess(types, left);
    }

    /** A target that is named twice includes its storages if one of them says so. */
    private void add(TargetType type, @Nullable List<Access> list) {
        if (list != null) {
            types.add(type);
            list.forEach(access -> targets.merge(
                    new Target(type, access.identifier()), access.storage() && type.hasStorages(), Boolean::logicalOr));
        }
    }
}
