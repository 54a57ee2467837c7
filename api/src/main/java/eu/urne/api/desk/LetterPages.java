package eu.urne.api.desk;

import eu.urne.api.cards.Letter;
import eu.urne.api.cards.LetterSheet;
import eu.urne.api.open.PublisherSettings;
import eu.urne.api.site.CouncilWords;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Engine;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.vault.CandidacyOffice;
import eu.urne.engine.vault.CandidateProof;
import eu.urne.engine.vault.InvitationOffice;
import eu.urne.engine.vault.InvitationOffice.Invitation;
import eu.urne.engine.vault.InvitationOffice.Invitations;
import eu.urne.engine.vault.RegisterId;
import eu.urne.engine.vault.Vault;
import eu.urne.engine.vault.VaultAnswer;
import eu.urne.engine.vault.VaultId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Letters with codes for those who may stand, and what who stands at the desk takes home, as PDF. */
@DeskPage
@Allowed(Role.SECRETARY)
@RequestMapping(DrawDesk.PAGE)
public final class LetterPages {

    private static final String LETTERS = DrawDesk.PAGE + "/letters";

    private final Vault vault;
    private final CouncilFiles files;
    private final CandidacyOffice office;
    private final InvitationOffice invitations;
    private final PersonSearch persons;
    private final DeskTexts texts;
    private final CandidateLetters letters;
    private final PublisherSettings publisher;

    /** Letters of this office. */
    public LetterPages(
            Engine engine,
            Vault vault,
            CandidacyOffice office,
            InvitationOffice invitations,
            DeskTexts texts,
            CouncilWords words,
            PublisherSettings publisher) {
        this.vault = vault;
        this.files = new CouncilFiles(engine);
        this.office = office;
        this.invitations = invitations;
        this.persons = new PersonSearch(vault);
        this.texts = texts;
        this.letters = new CandidateLetters(texts, words);
        this.publisher = publisher;
    }

    /** How many codes there are, and the form for more. */
    @GetMapping("/letters")
    ModelAndView page(@PathVariable DrawId draw, DeskUser user) {
        return new ModelAndView(
                "desk/letters",
                Map.of(
                        "draw",
                        draw,
                        "title",
                        council(draw, user),
                        "isOpen",
                        files.draw(draw, user) instanceof Announced,
                        "codes",
                        invitations.codes(draw),
                        "most",
                        InvitationOffice.MOST_LETTERS,
                        "registers",
                        vault.registers().all()));
    }

    /** Leads back to the form: a letter cannot be looked at again. */
    @GetMapping({"/letters/*", "/receipts/*"})
    ModelAndView again() {
        return new ModelAndView("redirect:" + LETTERS);
    }

    /** Letters for those of a register who may stand and have no code; leads back to the form where there are none. */
    @PostMapping("/letters")
    Object letters(
            @PathVariable DrawId draw,
            @RequestParam(defaultValue = "") String register,
            DeskUser user,
            CommandOrigin origin,
            RedirectAttributes flash) {
        String council = council(draw, user);
        DrawTerms terms = files.terms(draw, user);
        Invitations made = result(invitations.invite(draw, register(register), origin));
        if (made.letters().isEmpty()) {
            flash.addFlashAttribute("notice", texts.text("secretary.letters.nobody"));
            return new ModelAndView("redirect:" + LETTERS);
        }
        return pdf(
                draw + "-letters.pdf",
                made.letters().stream()
                        .map(each -> letters.invitation(council, terms, each, address("/stand/" + draw)))
                        .toList());
    }

    /** Takes the codes back that nobody has used. */
    @PostMapping("/letters/take-back")
    ModelAndView takeBack(@PathVariable DrawId draw, DeskUser user, RedirectAttributes flash) {
        files.draw(draw, user);
        flash.addFlashAttribute("notice", texts.text("secretary.letters.taken", invitations.takeBackUnused(draw)));
        return new ModelAndView("redirect:" + LETTERS);
    }

    /** A letter with a new code for one person; an earlier one does not work any more. */
    @PostMapping("/letters/{person}")
    ResponseEntity<byte[]> letter(
            @PathVariable DrawId draw, @PathVariable VaultId person, DeskUser user, CommandOrigin origin) {
        String council = council(draw, user);
        Invitation made = result(invitations.invite(draw, person, origin));
        return pdf(
                draw + "-letter.pdf",
                List.of(letters.invitation(council, files.terms(draw, user), made, address("/stand/" + draw))));
    }

    /** That somebody stands, or, once the pool is frozen, her slip. */
    @PostMapping("/receipts/{person}")
    ResponseEntity<byte[]> receipt(
            @PathVariable DrawId draw, @PathVariable VaultId person, DeskUser user, CommandOrigin origin) {
        String council = council(draw, user);
        DrawTerms terms = files.terms(draw, user);
        String name = persons.person(person, "receipt of the candidacy for the draw " + draw, origin)
                .known()
                .name();
        Optional<CandidateProof> proof = office.proof(draw, person, origin);
        Letter letter = proof.map(known -> letters.slip(council, terms, name, known, address("/draws/" + draw)))
                .or(() -> office.attributes(draw, person).map(values -> letters.receipt(council, terms, name, values)))
                .orElseThrow(
                        () -> new ProblemException(Problem.UNKNOWN, "person: does not stand for the draw " + draw));
        return pdf(draw + "-receipt.pdf", List.of(letter));
    }

    private String council(DrawId draw, DeskUser user) {
        return files.council(files.terms(draw, user).council(), user).terms().title();
    }

    private static RegisterId register(String id) {
        try {
            return new RegisterId(id.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.UNKNOWN, "there is no register " + id);
        }
    }

    /** The address of a public page, as people type it. */
    private String address(String path) {
        return publisher
                .address()
                .map(known -> known.toString().replaceAll("/+$", "") + path)
                .orElseGet(() -> ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString());
    }

    private static <T> T result(VaultAnswer<T> answer) {
        return switch (answer) {
            case VaultAnswer.Done<T>(T done) -> done;
            case VaultAnswer.Refused<T>(Refusal refusal) ->
                throw new ProblemException(Problem.of(refusal.reason()), refusal.sentence());
        };
    }

    private static ResponseEntity<byte[]> pdf(String name, List<Letter> letters) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(LetterSheet.pdf(letters));
    }
}
