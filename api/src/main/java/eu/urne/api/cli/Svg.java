package eu.urne.api.cli;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A self-contained SVG picture on white: rectangles and text, without scripts, styles or fonts from elsewhere. */
final class Svg {

    /** Where a text stands by its position. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins a picture of a size in pixels. */
    Svg(int width, int height, Locale language) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attributes("viewBox", "0 0 " + width + " " + height, "width", "" + width, "height", "" + height);
            attributes("role", "img", "aria-labelledby", "title description", "lang", language.getLanguage());
            attributes("font-family", "'DejaVu Sans', Verdana, 'Segoe UI', sans-serif");
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** Says what the picture shows; comes first, and white behind everything after it. */
    void describe(String title, String description) {
        element("title", title, "id", "title");
        element("desc", description, "id", "description");
        element("rect", "", "width", "100%", "height", "100%", "fill", "#ffffff");
    }

    /** Begins a group that says what it shows. */
    void beginGroup(String title) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement("g");
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        element("title", title);
    }

    /** Ends the group begun last. */
    void endGroup() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    void rectangle(double x, double y, double width, double height, String fill, String stroke) {
        element(
                "rect",
                "",
                "x",
                pixels(x),
                "y",
                pixels(y),
                "width",
                pixels(width),
                "height",
                pixels(height),
                "fill",
                fill,
                "stroke",
                stroke);
    }

    void text(double x, double y, Anchor anchor, int size, String weight, String fill, String words) {
        element(
                "text",
                words,
                "x",
                pixels(x),
                "y",
                pixels(y),
                "text-anchor",
                anchor.name().toLowerCase(Locale.ROOT),
                "font-size",
                Integer.toString(size),
                "font-weight",
                weight,
                "fill",
                fill);
    }

    /** Ends the picture. */
    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** The text, or as much of its beginning as fits into so many pixels, with an ellipsis. */
    static String fitted(String words, int size, int pixels) {
        double width = 0;
        int end = 0;
        int fitting = 0;
        while (end < words.length()) {
            int letter = words.codePointAt(end);
            width += size * ems(letter);
            if (width <= pixels - size) {
                fitting = end + Character.charCount(letter);
            }
            end += Character.charCount(letter);
        }
        return width <= pixels ? words : words.substring(0, fitting).stripTrailing() + "…";
    }

    /** At least the width of a letter in bold DejaVu Sans, which is wider than most. */
    private static double ems(int letter) {
        if (letter > 0x2e80 || "MWmw@%—…".indexOf(letter) >= 0) {
            return 1.15;
        }
        if ("ijl .,:;'|!".indexOf(letter) >= 0) {
            return 0.42;
        }
        if ("Ifrt()[]-/".indexOf(letter) >= 0) {
            return 0.52;
        }
        return Character.isUpperCase(letter) ? 0.86 : 0.72;
    }

    private void element(String name, String words, String... attributes) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            attributes(attributes);
            if (!words.isEmpty()) {
                xml.writeCharacters(allowed(words));
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** XML 1.0, section 2.2 (Characters) allows no control characters, half pairs and U+FFFE, not even escaped. */
    private static String allowed(String words) {
        return words.codePoints()
                .map(c -> c < 0x20 || (c >= 0x7f && c < 0xa0) ? ' ' : c)
                .filter(c -> !(c >= 0xd800 && c < 0xe000) && (c & 0xfffe) != 0xfffe)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String pixels(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("a text in memory cannot fail to be written", e);
    }
}
