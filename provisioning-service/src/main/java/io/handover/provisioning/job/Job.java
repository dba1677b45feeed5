package io.handover.provisioning.job;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of work that is taken up now.
 *
 * @param subjectId the server or storage it is about
 * @param asked how often it has been put down
 * @param attempts how often it was taken up, this time included; begins again after progress
 * @param leaseUntil until when nobody else takes it up; also tells this time from another
 * @param traceparent the trace of what it was put down for
 */
public record Job(
        UUID jobId,
        String kind,
        UUID subjectId,
        int asked,
        int attempts,
        OffsetDateTime leaseUntil,
        Optional<String> traceparent) {}
