package org.provgate.local;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A picture of a page in few bytes: its top alone, and of its colours the most frequent, others as the nearest of
/// those. Pages have few colours that cover much.
final class SmallPicture {

    private static final int COLOURS = 128;

    private SmallPicture() {}

    static void of(Path from, Path to, int height) throws IOException {
        BufferedImage whole = ImageIO.read(from.toFile());
        BufferedImage top = whole.getSubimage(0, 0, whole.getWidth(), Math.min(height, whole.getHeight()));
        Files.createDirectories(to.getParent());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0);
        Files.deleteIfExists(to);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(few(top), null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage few(BufferedImage picture) {
        List<Integer> palette = palette(picture);
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(palette, colour));
                indexed.getRaster().setSample(x, y, 0, place);
            }
        }
        return indexed;
    }

    private static List<Integer> palette(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        Comparator<Map.Entry<Integer, Integer>> often =
                Map.Entry.<Integer, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return new ArrayList<>(counts.entrySet().stream()
                .sorted(often)
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList());
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(palette.get(i), colour) < distance(palette.get(best), colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int apart = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += apart * apart;
        }
        return sum;
    }
}
