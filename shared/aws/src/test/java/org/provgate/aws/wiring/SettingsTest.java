package org.provgate.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.provgate.aws.s3.BucketNames;

class SettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            Settings.TABLE, "ledger",
            Settings.DATASET_BUCKET, "d",
            Settings.QUARANTINE_BUCKET, "q",
            Settings.REPORT_BUCKET, "r",
            Settings.REGION, "eu-central-1"));

    @Test
    void theEnvironmentSaysWhatThereIs() {
        assertThat(Settings.read(environment))
                .isEqualTo(new Settings(
                        "ledger", new BucketNames("d", "q", "r"), "", "", "", "eu-central-1", Optional.empty()));
    }

    @Test
    void anEndpointAndABusAreOptional() {
        environment.put(Settings.BUS, "hub");
        environment.put(Settings.ENDPOINT, "http://127.0.0.1:4566");

        assertThat(Settings.read(environment).bus()).isEqualTo("hub");
        assertThat(Settings.read(environment).endpoint()).contains(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void theSizeFromWhichObjectsAreSampledIsASize() {
        assertThat(Settings.read(environment).sampleOver()).isEqualTo(64L << 30);
        environment.put(Settings.SAMPLE_OVER, "500MB");
        assertThat(Settings.read(environment).sampleOver()).isEqualTo(500_000_000);
        environment.put(Settings.SAMPLE_OVER, "many");
        assertThatThrownBy(() -> Settings.read(environment))
                .hasMessage("PROVGATE_SAMPLE_OVER is \"many\"; a number of bytes is wanted, such as 64GiB");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        environment.remove(Settings.TABLE);
        environment.put(Settings.REPORT_BUCKET, " ");

        assertThatThrownBy(() -> Settings.read(environment))
                .hasMessage("the environment does not say PROVGATE_REPORT_BUCKET, PROVGATE_TABLE");
    }

    @Test
    void threeBucketsAreThree() {
        environment.put(Settings.REPORT_BUCKET, "d");

        assertThatThrownBy(() -> Settings.read(environment)).hasMessageContaining("three buckets, not one");
    }
}
