package eu.urne.api.pages;

import eu.urne.api.rest.CodeReply;
import eu.urne.api.web.Everybody;
import eu.urne.api.web.Preference;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.receipt.TypedCode;
import eu.urne.projections.Views;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** Where people look up the code of a receipt: "your ballot is in". As a page or as JSON. */
@RestController
@Everybody
@RequestMapping("/receipts")
@Tag(name = "pages")
public final class ReceiptPages {

    private final CodeSearch search;

    /** Codes of this engine's public log, which these views follow. */
    public ReceiptPages(Engine engine, Views views) {
        this.search = new CodeSearch(engine, views);
    }

    /** What the page shows. */
    public enum State {
        /** Nothing was asked. */
        EMPTY,
        /** The entries with the code. */
        FOUND,
        /** No entry has it. */
        UNKNOWN,
        /** What was typed has a word without picture. */
        WORD,
        /** What was typed has not the characters of a code. */
        CHARACTERS
    }

    /**
     * What the template is given.
     *
     * @param typed what cannot be read, to be corrected; empty for nothing
     * @param word the word without picture; empty where there is none
     * @param asked the code that was asked for; null where none can be read
     */
    public record Page(
            State state,
            String typed,
            String word,
            @Nullable CodeReply asked,
            List<FoundEntry> entries) {

        static final Page EMPTY = new Page(State.EMPTY, "", "", null, List.of());

        static Page unreadable(String typed, TypedCode.UnknownWord unknown) {
            return new Page(State.WORD, typed, unknown.word(), null, List.of());
        }

        static Page unreadable(String typed) {
            return new Page(State.CHARACTERS, typed, "", null, List.of());
        }

        static Page of(TypedCode.Legible code, List<FoundEntry> entries) {
            State state = entries.isEmpty() ? State.UNKNOWN : State.FOUND;
            return new Page(state, "", "", CodeReply.of(code), entries);
        }
    }

    /**
     * What was found, in JSON.
     *
     * @param entries one, where no two codes are the same
     */
    record Found(List<FoundEntry> entries) {}

    /** The page to type a code; what was typed leads to its own address. */
    @GetMapping
    @Operation(summary = "Page: look up the code of a receipt")
    Object form(
            @RequestParam(defaultValue = "") String code,
            @Parameter(description = "fr or en") @RequestParam(name = "lang", required = false) @Nullable String lang,
            @Parameter(hidden = true) Locale locale,
            HttpServletResponse response) {
        if (code.isBlank()) {
            return page(Page.EMPTY, response);
        }
        return switch (TypedCode.read(code)) {
            case TypedCode.Legible legible ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(
                                "/receipts/" + legible.text() + (lang == null ? "" : "?lang=" + locale.getLanguage())))
                        .cacheControl(CacheControl.noStore())
                        .build();
            case TypedCode.UnknownWord unknown -> page(Page.unreadable(code, unknown), response);
            case TypedCode.NoCharacters none -> page(Page.unreadable(code), response);
        };
    }

    /** The entries with a code. */
    @GetMapping("/{code}")
    @Operation(summary = "The entries of the public log with that code; a page where the client prefers HTML")
    Object code(
            @PathVariable String code,
            @Parameter(description = "fr or en") @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response) {
        Page page = look(code);
        return Preference.isFor(MediaType.TEXT_HTML, accept) ? page(page, response) : json(page);
    }

    private Page look(String code) {
        return switch (TypedCode.read(code)) {
            case TypedCode.Legible legible -> Page.of(legible, search.find(legible));
            case TypedCode.UnknownWord unknown -> Page.unreadable(code, unknown);
            case TypedCode.NoCharacters none -> Page.unreadable(code);
        };
    }

    private static ResponseEntity<Found> json(Page page) {
        return switch (page.state()) {
            case EMPTY, UNKNOWN ->
                throw new ProblemException(Problem.UNKNOWN, "the public log has no entry with that code, or not yet");
            case WORD ->
                throw new ProblemException(Problem.INVALID, "code: there is no picture \"" + page.word() + "\"");
            case CHARACTERS ->
                throw new ProblemException(
                        Problem.INVALID, "code: it has eight characters, alone or behind four words");
            case FOUND ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .varyBy(HttpHeaders.ACCEPT)
                        .body(new Found(page.entries()));
        };
    }

    private static ModelAndView page(Page page, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        return new ModelAndView("receipts", Map.of("page", page), status(page.state()));
    }

    private static HttpStatus status(State state) {
        return switch (state) {
            case EMPTY, FOUND -> HttpStatus.OK;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case WORD, CHARACTERS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
