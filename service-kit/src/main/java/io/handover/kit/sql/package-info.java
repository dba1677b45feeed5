/** SQL where entities cannot say it, and one step after the other. */
@NullMarked
package io.handover.kit.sql;

import org.jspecify.annotations.NullMarked;
