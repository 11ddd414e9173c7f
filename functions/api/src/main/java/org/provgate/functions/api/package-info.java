/// Look-ups and verbs over HTTP: requests in, answers out.
@NullMarked
package org.provgate.functions.api;

import org.jspecify.annotations.NullMarked;
