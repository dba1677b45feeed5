package io.handover.provisioning.job;

import java.util.UUID;

/**
 * A piece of work that is taken up now.
 *
 * @param subjectId the server or storage it is about
 * @param attempts how often it was taken up, this time included; begins again after progress
 */
public record Job(UUID jobId, String kind, UUID subjectId, int attempts) {}
