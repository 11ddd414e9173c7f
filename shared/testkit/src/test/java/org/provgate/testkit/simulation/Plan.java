package org.provgate.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.provgate.usecases.rescan.ConductRescan;

/// A schedule, made from a seed.
final class Plan {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(6),
            Duration.ofHours(2),
            Duration.ofHours(25),
            Duration.ofDays(40));

    private static final List<Fault> FAULTS =
            List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.REFUSED, Fault.TIMED_OUT, Fault.OWN_ECHO);

    private static final List<ConductRescan.Word> WORDS = List.of(ConductRescan.Word.values());

    private static final List<Step.Ruling> RULINGS = List.of(Step.Ruling.values());

    private final SplittableRandom random;
    private final List<String> submissions;
    private final int faultsInHundred;
    private final int tidiness;
    private final int disturbance;
    private final int settling;
    private final List<Step> steps = new ArrayList<>();
    private int uploads;

    private Plan(long seed) {
        this.random = new SplittableRandom(seed);
        this.submissions = random.nextInt(5) == 0 ? List.of("ada/tides/r1", "bob/moons/r1") : List.of("ada/tides/r1");
        this.faultsInHundred = List.of(0, 5, 15, 40).get(random.nextInt(4));
        this.tidiness = random.nextInt(4);
        this.disturbance = 3 + random.nextInt(12);
        this.settling = random.nextInt(2) * random.nextInt(16);
    }

    static List<Step> of(long seed) {
        Plan plan = new Plan(seed);
        int length = 20 + plan.random.nextInt(140);
        while (plan.steps.size() < length) {
            plan.add();
        }
        return List.copyOf(plan.steps);
    }

    private void add() {
        int dice = random.nextInt(100);
        if (dice < 18) {
            contribute();
        } else if (dice < 18 + disturbance) {
            disturb();
        } else if (dice < 45) {
            start();
        } else if (dice < 45 + settling) {
            steps.add(new Step.Settle());
        } else {
            steps.add(run());
        }
    }

    private Step.Run run() {
        boolean fails = random.nextInt(100) < faultsInHundred;
        int calls = !fails && random.nextInt(3) == 0 ? 100 : 1 + random.nextInt(8);
        return new Step.Run(random.nextInt(64), calls, fails ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE);
    }

    private void contribute() {
        String prefix = submissions.get(random.nextInt(submissions.size())) + "/";
        int dice = random.nextInt(100);
        if (dice < 28) {
            upload(prefix + "provenance.yaml", manifest());
        } else if (dice < 66) {
            upload(prefix + file(), data());
        } else if (dice < 82) {
            steps.add(new Step.Hide(prefix + anyFile()));
        } else if (dice < 94) {
            steps.add(new Step.Show(prefix + anyFile()));
        } else if (dice < 97) {
            steps.add(new Step.Forge(random.nextInt(64)));
        } else {
            upload("ada/notes.txt", data());
        }
        // A tidy schedule mostly lets one upload through before the next.
        if (random.nextInt(4) < tidiness) {
            steps.add(new Step.StartInspect(random.nextInt(64)));
            steps.add(new Step.Run(0, 100, Fault.NONE));
        }
    }

    private void upload(String key, String text) {
        steps.add(new Step.Upload(key, text, random.nextInt(8) == 0));
    }

    private String manifest() {
        return switch (random.nextInt(8)) {
            case 0 -> "broken";
            case 1 -> "b.txt";
            case 2, 3, 4 -> "a.txt\nb.txt";
            default -> "a.txt";
        };
    }

    private String file() {
        return random.nextInt(3) == 0 ? "b.txt" : "a.txt";
    }

    private String anyFile() {
        return random.nextInt(3) == 0 ? "provenance.yaml" : file();
    }

    private String data() {
        return (random.nextInt(3) == 0 ? "bad " : "tides ") + ++uploads;
    }

    private void disturb() {
        steps.add(
                switch (random.nextInt(12)) {
                    case 0, 8 -> new Step.Lose(random.nextInt(64));
                    case 1, 2 -> new Step.Repeat(random.nextInt(64));
                    case 3 -> new Step.SetPolicy(random.nextInt(World.POLICIES.size()));
                    case 4 -> new Step.Waive(random.nextInt(64), "file:" + anyFile());
                    case 9, 10, 11 ->
                        new Step.Rule(
                                random.nextInt(64), RULINGS.get(random.nextInt(RULINGS.size())), random.nextInt(3));
                    default -> new Step.Wait(WAITS.get(random.nextInt(WAITS.size())));
                });
    }

    private void start() {
        int dice = random.nextInt(100);
        if (dice < 34) {
            steps.add(new Step.StartInspect(random.nextInt(64)));
        } else if (dice < 56) {
            steps.add(new Step.StartDecide(random.nextInt(64)));
        } else if (dice < 78) {
            steps.add(new Step.StartPlace(random.nextInt(64), random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 100));
        } else if (dice < 86) {
            steps.add(new Step.Replay(random.nextInt(64), random.nextBoolean()));
        } else if (dice < 90) {
            steps.add(new Step.StartSweep());
        } else if (dice < 94) {
            steps.add(new Step.StartBacklog());
        } else if (dice < 95) {
            steps.add(new Step.StartDecideAll());
        } else if (dice < 99) {
            steps.add(new Step.StartRescan(random.nextInt(3) == 0));
        } else {
            steps.add(new Step.Steer(WORDS.get(random.nextInt(WORDS.size()))));
        }
    }
}
