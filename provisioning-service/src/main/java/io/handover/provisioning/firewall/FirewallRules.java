package io.handover.provisioning.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of a server in order; each position is its place, from 1. Pure. */
record FirewallRules(List<FirewallRule> all) {

    static final int RULES_MAX = 1000;
    static final FirewallRules NONE = new FirewallRules(List.of());

    static FirewallRules of(List<@Nullable FirewallRule> wanted) {
        return NONE.with(wanted.stream()
                .map(rule -> RuleCheck.checked(rule == null ? FirewallRule.EMPTY : rule))
                .toList());
    }

    /** With one more, where it asks to be; at the end if it does not say. */
    FirewallRules add(FirewallRule wanted) {
        RuleCheck.checked(wanted);
        List<FirewallRule> rules = new ArrayList<>(all);
        rules.add(placeOf(wanted) - 1, wanted);
        return with(rules);
    }

    FirewallRules remove(String position) {
        List<FirewallRule> rules = new ArrayList<>(all);
        rules.remove(get(position));
        return with(rules);
    }

    FirewallRule get(String position) {
        return all.stream()
                .filter(rule -> position.equals(rule.position()))
                .findFirst()
                .orElseThrow(() -> FirewallRefusals.notFound(position));
    }

    /** Where a wanted rule comes to stand. */
    int placeOf(FirewallRule wanted) {
        String position = wanted.position();
        if (position == null || position.isEmpty() || "0".equals(position)) {
            return all.size() + 1;
        }
        int place = position.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(position) : 0;
        if (place < 1 || place > all.size() + 1) {
            throw FirewallRefusals.bad("position", "must be from 1 to one after the last rule.");
        }
        return place;
    }

    private FirewallRules with(List<FirewallRule> rules) {
        if (rules.size() > RULES_MAX) {
            throw FirewallRefusals.tooMany(RULES_MAX);
        }
        return new FirewallRules(IntStream.range(0, rules.size())
                .mapToObj(index -> rules.get(index).at(index + 1))
                .toList());
    }
}
