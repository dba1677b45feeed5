/** Whole lives of accounts, servers and passwords in one process: the product's decisions in a world that fails. */
@NullMarked
package io.handover.simulation;

import org.jspecify.annotations.NullMarked;
