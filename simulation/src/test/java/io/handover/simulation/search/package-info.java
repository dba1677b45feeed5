/** The search for a history that goes wrong, and for the shortest of its kind. */
@NullMarked
package io.handover.simulation.search;

import org.jspecify.annotations.NullMarked;
