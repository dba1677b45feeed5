/** The folder that keeps the state of a stack between two starts. */
@NullMarked
package io.handover.quickstart.home;

import org.jspecify.annotations.NullMarked;
