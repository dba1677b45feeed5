/** A PostgreSQL server as a process of its own. */
@NullMarked
package io.handover.quickstart.database;

import org.jspecify.annotations.NullMarked;
