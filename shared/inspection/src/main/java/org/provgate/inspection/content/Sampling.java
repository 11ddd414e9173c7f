package org.provgate.inspection.content;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.provgate.core.facts.Sha256;

/// Which pieces of a large object are looked into: its beginning, its end, and pieces evenly spread between, each at a
/// place that the object's digest picks. The same every time, and not to be foreseen while the content is written.
record Sampling(List<Piece> pieces) {

    private static final long PIECE = 1L << 20;
    private static final int SHARE = 4;
    private static final int HEX = 16;

    Sampling {
        pieces = List.copyOf(pieces);
    }

    /// @param to excluded
    record Piece(long from, long to) {}

    /// @param most how much of it is looked into, about
    static Sampling of(long size, long most, Sha256 digest) {
        long end = Math.max(1, most / SHARE);
        long piece = Math.max(1, Math.min(PIECE, most / (2 * SHARE)));
        long count = Math.max(0, (most - 2 * end) / piece);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(0, end));
        SplittableRandom random = random(digest);
        double stride = count == 0 ? 0 : (double) (size - 2 * end) / count;
        for (int i = 0; i < count; i++) {
            long from = end + (long) (i * stride + random.nextDouble() * Math.max(0, stride - piece));
            pieces.add(new Piece(from, from + piece));
        }
        pieces.add(new Piece(size - end, size));
        return new Sampling(pieces);
    }

    /// Nothing but the beginning.
    static Sampling head(long most) {
        return new Sampling(List.of(new Piece(0, most)));
    }

    /// The numbers of those of `sizes` that are looked into, in their order: the first, the last, and others as long as
    /// all together are no more than `most`.
    static List<Integer> chosen(List<Long> sizes, long most, Sha256 digest) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            order.add(i);
        }
        SplittableRandom random = random(digest);
        for (int i = order.size() - 1; i > 0; i--) {
            order.set(i, order.set(random.nextInt(i + 1), order.get(i)));
        }
        if (order.size() > 1) {
            order.remove(Integer.valueOf(0));
            order.remove(Integer.valueOf(sizes.size() - 1));
            order.addFirst(sizes.size() - 1);
            order.addFirst(0);
        }
        long sum = 0;
        List<Integer> chosen = new ArrayList<>();
        for (int number : order) {
            sum += sizes.get(number);
            if (chosen.isEmpty() || sum <= most) {
                chosen.add(number);
            }
        }
        return chosen.stream().sorted().toList();
    }

    private static SplittableRandom random(Sha256 digest) {
        return new SplittableRandom(Long.parseUnsignedLong(digest.hex().substring(0, HEX), HEX));
    }
}
