package org.provgate.proof.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.provgate.bench.Sections;

/// Uploads through the gate's own adapters while one request in five comes to grief, and looks what became of it.
///
/// usage: Faults PAGE SUBMISSIONS SEED
public final class Faults {

    private static final int IN_HUNDRED = 20;

    private Faults() {}

    public static void main(String[] arguments) throws Exception {
        int submissions = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        Outcome outcome = run(submissions, seed, IN_HUNDRED);
        outcome.wrong().forEach(fault -> System.err.println("FAULT " + fault));
        String text = text(outcome, submissions, seed);
        System.out.print(text);
        if (outcome.wrong().isEmpty()) {
            Sections.write(Path.of(arguments[0]), "faults", text);
        }
        System.exit(outcome.wrong().isEmpty() ? 0 : 1);
    }

    /// @param met requests by what befell them, of both servers
    /// @param failed calls of a use case that ended with an exception and came again
    /// @param wrong what did not hold in the end
    record Outcome(Map<Fault, Integer> met, int failed, List<String> wrong) {}

    static Outcome run(int submissions, long seed, int inHundred) throws IOException, InterruptedException {
        try (StormyGate gate = StormyGate.start(seed, inHundred)) {
            List<String> wrong = gate.submit(submissions);
            return new Outcome(gate.met(), gate.failed(), wrong);
        }
    }

    private static String text(Outcome outcome, int submissions, long seed) {
        Map<Fault, Integer> met = new EnumMap<>(outcome.met());
        int passed = met.getOrDefault(Fault.NONE, 0);
        met.remove(Fault.NONE);
        StringBuilder text = new StringBuilder("""
            ### Servers that fail

            `tools/proof/run faults %d %d`: the gate's own adapters over the embedded servers, behind a proxy that lets %d of \
            100 requests come to grief. %d submissions of three files, half of them good, were uploaded; every one was decided as it \
            deserves, every version lies in exactly one bucket, byte for byte, and nothing was readable that was not accepted.

            | requests | |
            | --- | ---: |
            | passed on | %,d |
            """.formatted(submissions, seed, IN_HUNDRED, submissions, passed));
        met.forEach((fault, count) -> text.append("| %s | %,d |\n".formatted(fault.words(), count)));
        return text.append(
                        "\n%,d calls of a use case failed in spite of the clients' own retries and came again. Faults: %s.\n"
                                .formatted(
                                        outcome.failed(),
                                        outcome.wrong().isEmpty()
                                                ? "none"
                                                : Integer.toString(
                                                        outcome.wrong().size())))
                .toString();
    }
}
