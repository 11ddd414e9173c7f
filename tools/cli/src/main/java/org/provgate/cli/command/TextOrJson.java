package org.provgate.cli.command;

import org.provgate.core.claim.Word;

/// For people, or for programs.
enum TextOrJson implements Word {
    TEXT,
    JSON
}
