/// Requests and answers of an HTTP API, as a function is given them and gives them, and what bodies hold.
@NullMarked
package org.provgate.formats.http;

import org.jspecify.annotations.NullMarked;
