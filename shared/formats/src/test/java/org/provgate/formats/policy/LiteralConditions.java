package org.provgate.formats.policy;

import java.util.List;
import org.provgate.core.policy.Condition;
import org.provgate.core.policy.Condition.Answer;
import org.provgate.core.policy.Condition.Compilation;
import org.provgate.core.policy.Condition.Fault;

/// Takes every condition without the word `oops`, and takes it for true.
record LiteralConditions() implements Condition.Compiler {

    static final Condition HOLDS = _ -> new Answer.Holds();

    @Override
    public Compilation compile(String text) {
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            int at = lines.get(line).indexOf("oops");
            if (at >= 0) {
                return new Compilation.Faulty(List.of(new Fault(line + 1, at + 1, "oops is unknown")));
            }
        }
        return new Compilation.Ready(HOLDS);
    }
}
