package eu.urne.api.upload;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a picture anew: upright, at most 2,000 pixels long, and without anything that is not seen. */
final class Picture {

    private static final int LONGEST = 2_000;
    private static final int MAX_SIDE = 30_000;
    private static final long MAX_PIXELS = 40_000_000;
    /** So many are held in memory; of a larger picture every second or third one is read. */
    private static final long HELD_PIXELS = 16_000_000;

    private static final float QUALITY = 0.85F;

    private Picture() {}

    static byte[] painted(byte[] file, FileKind kind) throws RefusedFileException {
        boolean jpeg = kind == FileKind.JPEG;
        if (jpeg) {
            JpegMarkers.check(file);
        } else {
            PngChunks.check(file);
        }
        try {
            BufferedImage picture = read(file, kind);
            int orientation = jpeg ? Orientation.ofJpeg(file) : Orientation.ofPng(file);
            return written(upright(picture, orientation), kind);
        } catch (IOException | RuntimeException e) { // what the JDK's readers throw is not always what they declare
            throw new RefusedFileException("the picture is damaged, or of a rare kind: save it as JPEG anew");
        }
    }

    private static BufferedImage read(byte[] file, FileKind kind) throws IOException, RefusedFileException {
        ImageReader reader = first(ImageIO.getImageReadersByFormatName(kind.format()));
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (pixels > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
                throw new RefusedFileException(
                        "the picture has %,d x %,d pixels; at most %,d and %,d on a side are possible"
                                .formatted(width, height, MAX_PIXELS, MAX_SIDE));
            }
            int step = 1;
            while (pixels / ((long) step * step) > HELD_PIXELS) {
                step++;
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = Math.min(1, (double) LONGEST / Math.max(width, height));
        boolean turned = Orientation.isTurned(orientation);
        int shownWidth = Math.max(1, (int) Math.round((turned ? height : width) * scale));
        int shownHeight = Math.max(1, (int) Math.round((turned ? width : height) * scale));
        boolean clear = picture.getColorModel().hasAlpha();
        BufferedImage shown = new BufferedImage(
                shownWidth, shownHeight, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        AffineTransform place = AffineTransform.getScaleInstance(
                (double) shownWidth / (turned ? height : width), (double) shownHeight / (turned ? width : height));
        place.concatenate(Orientation.transform(orientation, width, height));
        Graphics2D brush = shown.createGraphics();
        try {
            brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            brush.drawImage(picture, place, null);
        } finally {
            brush.dispose();
        }
        return shown;
    }

    private static byte[] written(BufferedImage picture, FileKind kind) throws IOException {
        ImageWriter writer = first(ImageIO.getImageWritersByFormatName(kind.format()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static <T> T first(Iterator<T> found) {
        if (!found.hasNext()) {
            throw new IllegalStateException("every Java reads and writes JPEG and PNG");
        }
        return found.next();
    }
}
