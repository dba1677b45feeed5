/** Tests that speak and listen on topics. */
@NullMarked
package io.handover.test.topic;

import org.jspecify.annotations.NullMarked;
