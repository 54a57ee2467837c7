package eu.urne.audit.record;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes HTML that is well-formed XML too. All text is escaped. */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Markup() {
        text.write("<!DOCTYPE html>\n");
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** Begins an element; attributes are names and values in turn. */
    Markup open(String element, String... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    Markup text(String characters) {
        try {
            xml.writeCharacters(characters);
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** Ends the element that was begun last. */
    Markup close() {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** An element with nothing but text. */
    Markup leaf(String element, String characters, String... attributes) {
        return open(element, attributes).text(characters).close();
    }

    /** An element of those that HTML knows without an end. */
    Markup empty(String element, String... attributes) {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    /** Ends the document and gives all of it. */
    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw unexpected(e);
        }
    }

    private static IllegalStateException unexpected(XMLStreamException failure) {
        return new IllegalStateException("a string takes every text", failure);
    }
}
