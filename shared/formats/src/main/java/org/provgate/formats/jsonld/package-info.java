/// As much of JSON-LD as the formats need that are written in it. Nothing is ever fetched.
@NullMarked
package org.provgate.formats.jsonld;

import org.jspecify.annotations.NullMarked;
