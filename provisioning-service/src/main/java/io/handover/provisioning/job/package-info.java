/** Work that outlives a request and a crash: kept in the database, taken up by any replica, done at least once. */
@NullMarked
package io.handover.provisioning.job;

import org.jspecify.annotations.NullMarked;
