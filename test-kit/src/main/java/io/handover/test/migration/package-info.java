/** That migrations are safe where several replicas begin. */
@NullMarked
package io.handover.test.migration;

import org.jspecify.annotations.NullMarked;
