package eu.urne.api.site;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A page as PDF, with its fonts and its structure for screen readers (PDF/UA). The same page gives the same bytes. The
 * verifier lays out its records by itself: the program shares no code with it.
 */
final class PaperPdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    /** PDFBox complains of fonts that the system lacks and that no paper uses. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private PaperPdf() {}

    /**
     * Lays out a page.
     *
     * @param html well-formed; U+FFFE and U+FFFF, which XML does not know, become U+FFFD
     * @param madeAt what the document says about when it was made, milliseconds since 1970
     * @throws IOException if it cannot be laid out
     */
    static byte[] of(String html, long madeAt) throws IOException {
        XRLog.setLoggingEnabled(false);
        PDFBOX.setLevel(Level.OFF);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "DejaVuSans.ttf", "DejaVu Sans", REGULAR);
        font(builder, "DejaVuSans-Bold.ttf", "DejaVu Sans", BOLD);
        font(builder, "DejaVuSansMono.ttf", "DejaVu Sans Mono", REGULAR);
        builder.withHtmlContent(html.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD'), null);
        builder.withProducer("urne");
        builder.usePdfUaAccessibility(true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                return bytes(document, madeAt);
            }
        }
    }

    private static byte[] bytes(PDDocument document, long madeAt) throws IOException {
        ZonedDateTime time = Instant.ofEpochMilli(madeAt).atZone(ZoneOffset.UTC);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(GregorianCalendar.from(time));
        information.setModificationDate(GregorianCalendar.from(time));
        document.setDocumentId(madeAt);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        document.save(pdf);
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
        builder.useFont(() -> open(FONTS + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String resource) {
        InputStream stream = PaperPdf.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the font " + resource + " is not on the class path");
        }
        return stream;
    }
}
