package io.handover.permission.explain;

import io.handover.kit.refusal.Refusal;

final class ExplainRefusals {

    private ExplainRefusals() {}

    static Refusal onlyItself() {
        return Refusal.forbidden("ACTION_FORBIDDEN", "A member may ask only what it may control itself.");
    }
}
