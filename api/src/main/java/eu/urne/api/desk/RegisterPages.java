package eu.urne.api.desk;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Refusal;
import eu.urne.engine.vault.ImportMode;
import eu.urne.engine.vault.ImportReport;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Registers.Register;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lists of persons: opened here, and filled from files, with a report of every line that is wrong. No name is shown:
 * names are for the door.
 */
@DeskPage
@Allowed(Role.CITY)
@RequestMapping(RegisterPages.PATH)
public final class RegisterPages {

    static final String PATH = "/desk/registers";

    private final Vault vault;
    private final ImportDesk imports;
    private final DeskTexts texts;

    /** Pages of the lists of this vault. */
    public RegisterPages(Vault vault, DeskTexts texts) {
        this.vault = vault;
        this.imports = new ImportDesk(vault.imports());
        this.texts = texts;
    }

    /**
     * What was typed to open a list, to be corrected.
     *
     * @param problem the sentence; empty for none
     */
    public record Form(String register, String title, String problem) {

        static final Form EMPTY = new Form("", "", "");

        /** What is wrong with a field; empty for nothing. */
        public String problemOf(String field) {
            boolean of = problem.startsWith(field + ":") || problem.startsWith(field + " ");
            return of ? problem : "";
        }
    }

    /** All lists, and a form for another. */
    @GetMapping
    ModelAndView list() {
        return list(Form.EMPTY, 200);
    }

    private ModelAndView list(Form form, int status) {
        return new ModelAndView(
                "desk/registers",
                Map.of("registers", vault.registers().all(), "form", form),
                HttpStatusCode.valueOf(status));
    }

    /** Opens a list. */
    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String title,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        PollAccess.unlimited(user);
        try {
            RegisterId id = new RegisterId(register.strip());
            return switch (vault.registers().open(id, title.strip(), origin)) {
                case VaultAnswer.Done<Register>(Register opened) -> {
                    flash.addFlashAttribute("notice", texts.text("office.registers.opened", opened.title()));
                    yield new ModelAndView("redirect:" + PATH + "/" + id);
                }
                case VaultAnswer.Refused<Register>(Refusal refusal) ->
                    list(new Form(register, title, refusal.sentence()), status(refusal));
            };
        } catch (IllegalArgumentException e) {
            return list(new Form(register, title, String.valueOf(e.getMessage())), 422);
        }
    }

    private static int status(Refusal refusal) {
        return Problem.of(refusal.reason()).status().value();
    }

    /** A list, and a form to read a file into it. */
    @GetMapping("/{register}")
    ModelAndView register(@PathVariable RegisterId register) {
        return page(register, "all-or-nothing", "", 200);
    }

    private ModelAndView page(RegisterId register, String mode, String problem, int status) {
        return new ModelAndView(
                "desk/register",
                Map.of("register", known(register), "mode", mode, "problem", problem),
                HttpStatusCode.valueOf(status));
    }

    private Register known(RegisterId register) {
        return vault.registers()
                .find(register)
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no register " + register));
    }

    /** Reads a file, and shows what became of it. */
    @PostMapping("/{register}/import")
    ModelAndView read(
            @PathVariable RegisterId register,
            @RequestParam(defaultValue = "all-or-nothing") String mode,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            DeskUser user,
            CommandOrigin origin)
            throws IOException {
        PollAccess.unlimited(user);
        known(register);
        if (file == null || file.isEmpty()) {
            return page(register, mode, "file: choose a file that is not empty", 422);
        }
        ImportMode chosen = mode.equals("good-lines") ? ImportMode.GOOD_LINES : ImportMode.ALL_OR_NOTHING;
        return switch (imports.read(register, file.getBytes(), chosen, origin)) {
            case VaultAnswer.Done<ImportReport>(ImportReport report) -> report(report);
            case VaultAnswer.Refused<ImportReport>(Refusal refusal) ->
                page(register, mode, refusal.sentence(), status(refusal));
        };
    }

    private ModelAndView report(ImportReport report) {
        return new ModelAndView(
                "desk/import",
                Map.of("register", known(report.register()), "report", report),
                HttpStatusCode.valueOf(report.written() ? 200 : 422));
    }

    /** Leads back to the form: a file that was sent cannot be looked at again. */
    @GetMapping("/{register}/import")
    ModelAndView again(@PathVariable RegisterId register) {
        return new ModelAndView("redirect:" + PATH + "/" + register);
    }

    /** The full report of an import, as a file. */
    @GetMapping("/{register}/imports/{id}")
    void lines(@PathVariable RegisterId register, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        if (!imports.writeReport(register, id, response)) {
            throw new ProblemException(Problem.UNKNOWN, "there is no such import into the register " + register);
        }
    }
}
