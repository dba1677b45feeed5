package io.handover.provisioning.catalogue;

import java.util.List;

/** The catalogue as it is written down in its file. */
record Offer(List<Zone> zones, List<Plan> plans, List<Template> templates) {}
