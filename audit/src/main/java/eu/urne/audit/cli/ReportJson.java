package eu.urne.audit.cli;

import eu.urne.audit.DrawReport;
import eu.urne.audit.Report;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as one JSON document; its members are those of {@link Report} and the records in it. */
final class ReportJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String text(Report report) {
        return MAPPER.writeValueAsString(report);
    }

    static String text(List<DrawReport> draws) {
        return MAPPER.writeValueAsString(draws);
    }
}
