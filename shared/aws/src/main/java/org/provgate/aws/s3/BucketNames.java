package org.provgate.aws.s3;

import org.provgate.usecases.port.Bucket;

/// What the three buckets of a gate are called.
public record BucketNames(String dataset, String quarantine, String report) {

    public BucketNames {
        if (dataset.equals(quarantine) || dataset.equals(report) || quarantine.equals(report)) {
            throw new IllegalArgumentException("dataset, quarantine and report are three buckets, not one");
        }
    }

    public String of(Bucket bucket) {
        return switch (bucket) {
            case DATASET -> dataset;
            case QUARANTINE -> quarantine;
            case REPORT -> report;
        };
    }
}
