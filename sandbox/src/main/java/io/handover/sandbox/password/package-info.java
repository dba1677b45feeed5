/** Root passwords, of which only the hash is known. */
@NullMarked
package io.handover.sandbox.password;

import org.jspecify.annotations.NullMarked;
