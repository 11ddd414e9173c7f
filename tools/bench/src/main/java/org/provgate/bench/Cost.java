package org.provgate.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.provgate.bench.CostModel.Line;

/// Says what a month on AWS costs, line by line.
public final class Cost {

    private Cost() {}

    /// @param arguments `--NAME VALUE` pairs: a [Workload], and `--prices FILE`
    public static void main(String... arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            out.print(answer(options(arguments)));
        } catch (IllegalArgumentException fault) {
            System.err.println("cost: " + fault.getMessage());
            System.exit(2);
        }
    }

    private static String answer(Map<String, String> options) throws IOException {
        String prices = options.getOrDefault("prices", "");
        options.remove("prices");
        CostModel model = prices.isEmpty() ? CostModel.shipped() : CostModel.of(Path.of(prices));
        return table(model, Workload.of(options));
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "options are --NAME VALUE, with NAME one of " + String.join(", ", Workload.NAMES) + ", prices");
            }
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return options;
    }

    static String table(CostModel model, Workload load) {
        StringBuilder text = new StringBuilder();
        text.append(load.inWords()).append("\n\n");
        text.append("| for | quantity | unit | US$ a month |\n| --- | ---: | --- | ---: |\n");
        double sum = 0;
        for (Line line : model.lines(load)) {
            sum += line.dollars();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.2f | %s | %,.2f |%n",
                    line.what(),
                    line.quantity(),
                    line.unit(),
                    line.dollars()));
        }
        text.append(String.format(Locale.ROOT, "| **all** | | | **%,.2f** |%n%n", sum));
        text.append(String.format(Locale.ROOT, "Prices: %s.%n", model.pricesOf()));
        return text.toString();
    }

    /// What one more of each costs at the usual workload.
    static String marginal(CostModel model) {
        Workload none = new Workload(0, 20, 0, 0, 0, 0, Workload.usual().gigabytesPerSecond());
        double standing = dollars(model, none);
        return """
                | one more | US$ |
                | --- | ---: |
                | month in which nothing comes | %s |
                | submission of 20 objects, accepted, without its bytes | %s |
                | submission of 20 objects, quarantined, without its bytes | %s |
                | GB read | %s |
                | million submissions of 20 objects decided again | %s |
                """.formatted(
                        dollars(standing, 2),
                        dollars(thousandth(model, 0, 0, standing), 5),
                        dollars(thousandth(model, 1, 0, standing), 5),
                        dollars(thousandth(model, 0, 1, standing) - thousandth(model, 0, 0, standing), 5),
                        dollars(dollars(model, new Workload(0, 20, 0, 0, 1e6, 0, 0.1)) - standing, 2));
    }

    /// Of a thousand submissions, so that no step of the model's is counted for one alone.
    private static double thousandth(CostModel model, double quarantined, double gigabytes, double standing) {
        Workload load = new Workload(
                1000, 20, gigabytes, quarantined, 0, 0, Workload.usual().gigabytesPerSecond());
        return (dollars(model, load) - standing) / 1000;
    }

    private static double dollars(CostModel model, Workload load) {
        return model.lines(load).stream().mapToDouble(Line::dollars).sum();
    }

    private static String dollars(double amount, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", amount);
    }
}
