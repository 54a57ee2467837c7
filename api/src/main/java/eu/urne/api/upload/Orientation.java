package eu.urne.api.upload;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifTiffHandler;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How the camera was held: the tag Orientation of Exif 2.32, section 4.6.4, from 1 (upright) to 8. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TURNED = 5;

    private Orientation() {}

    /** As a JPEG tells it; upright where it says nothing that can be read. */
    static int ofJpeg(byte[] file) {
        try {
            return of(JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader())));
        } catch (JpegProcessingException | IOException | RuntimeException e) { // the picture is seen without it
            return UPRIGHT;
        }
    }

    /** As a PNG tells it in its chunk eXIf. */
    static int ofPng(byte[] file) {
        Optional<byte[]> exif = PngChunks.exif(file);
        if (exif.isEmpty()) {
            return UPRIGHT;
        }
        try {
            Metadata metadata = new Metadata();
            new TiffReader().processTiff(new ByteArrayReader(exif.get()), new ExifTiffHandler(metadata, null, 0), 0);
            return of(metadata);
        } catch (TiffProcessingException | IOException | RuntimeException e) { // the picture is seen without it
            return UPRIGHT;
        }
    }

    private static int of(Metadata metadata) {
        ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer told = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return told == null || told < UPRIGHT || told > LAST ? UPRIGHT : told;
    }

    /** Whether width and height change places. */
    static boolean isTurned(int orientation) {
        return orientation >= TURNED;
    }

    /** Moves a picture of that size upright. */
    static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
