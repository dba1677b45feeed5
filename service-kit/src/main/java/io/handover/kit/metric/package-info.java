/** What a service counts and measures, beside what its libraries do. */
@NullMarked
package io.handover.kit.metric;

import org.jspecify.annotations.NullMarked;
