/// One command a file.
@NullMarked
package org.provgate.cli.command;

import org.jspecify.annotations.NullMarked;
