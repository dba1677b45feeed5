/** Random histories of accounts, and a naive oracle that knows from the documentation who may do what. */
@NullMarked
package io.handover.system.permission;

import org.jspecify.annotations.NullMarked;
