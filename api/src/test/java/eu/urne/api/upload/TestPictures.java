package eu.urne.api.upload;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests, good and hostile. */
public final class TestPictures {

    private TestPictures() {}

    /** Red above, blue below, with a white mark in the left upper corner. */
    public static BufferedImage flag(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height / 2);
        brush.setColor(Color.BLUE);
        brush.fillRect(0, height / 2, width, height - height / 2);
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width / 4, height / 4);
        brush.dispose();
        return picture;
    }

    /** A file of that picture. */
    public static byte[] file(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG of the flag. */
    public static byte[] jpeg(int width, int height) {
        return file(flag(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** A PNG of the flag. */
    public static byte[] png(int width, int height) {
        return file(flag(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** The JPEG with what a camera tells: how it was held, and where. */
    static byte[] withExif(byte[] jpeg, int orientation, String place) {
        byte[] tiff = tiff(orientation, place);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + tiff.length + 10);
        file.put(jpeg, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (tiff.length + 8));
        file.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(tiff);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The PNG with the same. */
    static byte[] pngWithExif(byte[] png, int orientation, String place) {
        return withChunk(png, "eXIf", tiff(orientation, place));
    }

    /** Big-endian TIFF with the tags Orientation and ImageDescription. */
    private static byte[] tiff(int orientation, String place) {
        byte[] text = (place + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(38 + text.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(text.length).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.putShort((short) 0).putInt(0).put(text).array();
    }

    /** The PNG with a chunk behind its header. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(png.length + data.length + 12);
        file.put(png, 0, 33).put(chunk(type, data));
        return file.put(png, 33, png.length - 33).array();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
        chunk.putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** A grey PNG of that size, all black, which is small as a file. */
    public static byte[] bomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[] {1, 0, 0, 0, 0});
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(lines)) {
            byte[] line = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < Math.min(height, 40_000); i++) {
                deflated.write(line);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.writeBytes(chunk("IHDR", header.array()));
        file.writeBytes(chunk("IDAT", lines.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** What a file shows. */
    static BufferedImage shown(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
