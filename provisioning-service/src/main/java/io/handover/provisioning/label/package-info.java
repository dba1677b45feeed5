/** Labels: pairs of a key and a value that owners put on servers and storages, and filter by. */
@NullMarked
package io.handover.provisioning.label;

import org.jspecify.annotations.NullMarked;
