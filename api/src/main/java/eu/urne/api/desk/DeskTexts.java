package eu.urne.api.desk;

import eu.urne.engine.budget.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Says the sentences of problems in the language of the page, where the bundle {@code desk} has them; others stay as
 * the engine says them, in English.
 */
public final class DeskTexts {

    /**
     * What the sentences look like and the end of their key; groups are the arguments. In order: the first that fits.
     */
    private static final Map<Pattern, String> KNOWN = new LinkedHashMap<>();

    static {
        ConsultSentences.tell(DeskTexts::know);
        know("your roles do not allow this", "roles");
        know("the form is not from a page of this session; .*", "forged");
        know("password: it must have at least 12 characters", "short");
        know("password: it must have at most 200 characters", "long");
        know("password: it is too easy to guess", "easy");
        know("again: it is not the same password", "again");
        know("current: it is wrong, or there were too many attempts", "current");
        know("name: it must have 1 to 80 characters", "name");
        know("name: it must not have control characters", "control");
        know("name: there is a user of that name", "taken");
        know("roles: .*", "role");
        know("sites: at most .*", "sites");
        know("another administrator must take .*", "ownself");
        know("there is no such user", "user");
        know("too many people sign in at once; try again", "busy");
        know("the request failed by a defect of the server", "defect");
        know("the log cannot be written now; .*", "store");
        know("another person must confirm what you have asked", "second");
        know("nobody has asked for this, or not lately", "nobody");
        know("who has asked for this may not sign in any more: ask anew", "gone");
        know("one of the two persons who close a vote must be a trustee", "trustee");
        know("another person has asked for this already: confirm it", "waiting");
        know("site: it is not one of yours", "site");
        know("this tablet is of another site than yours", "tablet-site");
        know("this poll is of other sites than yours", "poll-site");
        know("people of other sites than yours vote here too: .*", "end-site");
        know("sure: (\\d+) ballots wait on this tablet; .*", "tablet-sure");
        know("there is no (?:such tablet|tablet of that name)", "no-tablet");
        know("there is no poll .*", "no-poll");
        know("site: must be 1 to 40 characters.*", "site-form");
        know("name: must have 1 to 60 characters.*", "tablet-name");
        know("reason: must have 1 to 500 characters", "reason");
        know("reason: you have recorded one already.*", "reason-twice");
        know("tablet: you have asked to write .* off already.*", "off-twice");
        know("the poll \\S+ has no voting cards yet", "no-cards");
        know("the label \"(.*)\" has (\\d+) cards; with several labels each needs (\\d+),.*", "few-cards");
        know("the poll \\S+ does not add up: .*", "differences");
        know("the counts of the poll \\S+ add up.*", "add-up");
        know("the poll \\S+ is \\S+; .*", "passed");
        know("people vote on tablets in the poll .*", "end-first");
        know("the tablet (\\S+) has not reported that its queue is empty.*", "tablet-waits");
        know("(\\d+) tablets, .* have not reported that their queues are empty.*", "tablets-wait");
        know("too early: polls are opened .*", "too-early");
        know("too late: polls are opened .*", "too-late");
        know("counting stopped at a tie between (.*), as the definition demands", "tie");
        know("(\\d+) cards are handed out, but only (\\d+) are printed", "over-printed");
        know("(\\d+) void cards and (\\d+) handed out are more than the (\\d+) printed", "over-void");
        know("(\\d+) tokens have voted, but only (\\d+) cards are handed out", "over-cast");
        know("(\\d+) sheets are entered alike, but (\\d+) cast", "sheets");
        know("the sheets in the urn are not counted alike by two persons", "urn");
        know("label: must have 1 to 64 characters", "label");
        know("label: .* is for sheets of paper, .*", "no-paper");
        know("tokens: at least (\\d+) are made at once", "few-tokens");
        know("tokens: at most (\\d+) are made at once", "many-tokens");
        know("token: two persons have entered this sheet alike already", "sheet-agreed");
        know("token: the ballot of this sheet is cast already", "sheet-cast");
        know("token: it is not .*", "not-issued");
        know("token: .* is void", "sheet-void");
        know("the poll \\S+ is not open yet", "passed");
        know("found: the poll \\S+ has (\\d+) sheets of paper, not (-?\\d+)", "found-most");
        know("found: two persons found (\\d+) sheets, but (\\d+) are entered alike and (\\d+) cast", "found-other");
        know("the sheets of the poll \\S+ are reconciled already", "reconciled");
        know("there is no register \\S+", "no-register");
        MeetingSentences.tell(DeskTexts::know);
        MinutesSentences.tell(DeskTexts::know);
        knowImports();
        knowForms();
        knowBudgets();
        knowShortlists();
        knowWorks();
        CouncilSentences.tell(DeskTexts::know);
        know("words: at most 200 characters", "words");
        know("person: \\S+ has a card already", "served");
        know("person: there is no such person in the vault", "no-person");
        know("this person is of other sites than yours", "person-site");
        know("the register of the poll \\S+ is closed", "register-closed");
        know("(\\d+) ballots on paper: fewer than (\\d+) .*", "few-paper");
        know("(?:into: )?this idea is of other sites than yours", "idea-site");
        know("a study is confirmed by somebody other than who wrote it", "study-second");
        know("reason: (?:it must say why|a phase is moved .*|a part lapses .*)", "why");
        know("reason must have .*", "study-reason");
        know("cents: what is feasible has a cost", "cost");
        know("cents: a cost must be .*", "cost-range");
        know("feasible: .*", "feasible");
        know("department(?:: .*| must have .*)", "department");
        know("into: a proposal cannot be merged into itself", "itself");
        know("into: it is no id of a proposal", "idea-id");
        know("(?:into: )?there is no proposal (\\S+) in the budget \\S+", "no-idea");
        know("there is no budget \\S+", "no-budget");
        know("phase: \\S+ begins on (\\S+); to begin before needs a reason", "phase-reason");
        know("phase: the budget \\S+ is in \\S+; .*", "phase-order");
        know("phase: \\S+ has begun already.*", "phase-begun");
        know("phase: VOTE needs a shortlist of every part.*", "phase-lists");
        know("the proposal \\S+ (?:is|can|has) .*", "idea-state");
        know("\\w+ must have .*", "sheet");
    }

    private static void knowImports() {
        know("register: an id must be .*", "register-id");
        know("title must be one line of .*", "register-title");
        know("register: \\S+ exists with another title", "register-taken");
        know("another file is being read into .*", "import-busy");
        know("there is no such import .*", "no-import");
        know("file: choose a file that is not empty", "import-file");
        know("it has (\\d+) cells, and the first line has (\\d+)", "line-cells");
        know("it goes over more than one line; .*", "line-break");
        know("it has a sign that is no letter; .*", "line-letters");
        know("it is empty", "line-empty");
        know("the year needs four digits", "line-year");
        know("it is no day written like .*", "line-day");
        know("it lies in the future", "line-future");
        know("it lies more than (\\d+) years back", "line-old");
        know("there is no such day", "line-no-day");
        know("the same person stands in the register.*", "line-known");
        know("the same person stands in line (\\d+).*", "line-twice");
        know("the file is empty", "file-empty");
        know("the file is no text", "file-text");
        know("the file is written in UTF-16; .*", "file-utf16");
        know("the file is a spreadsheet or archive; .*", "file-sheet");
        know("the first line names no column for (familyName|givenName).*", "file-column");
        know("the first line names more than one column for .*", "file-columns");
        know("(?:behind|the quotation mark that is opened in) line (\\d+) .*", "file-quote");
    }

    private static void knowForms() {
        know("\\S+: an amount such as .*", "amount");
        know("\\S+: an amount is needed", "amount-needed");
        know("\\S+: no more than .*|budget: the amount must be .*", "amount-most");
        know("\\S+: a day such as .*", "day");
        know("\\S+: a whole number from (\\d+) to (\\d+)", "number");
        know("\\S+: choose one of the list", "choose");
        know("reason: at most .*", "reason-long");
    }

    private static void knowBudgets() {
        know("currency: .*", "currency");
        know("zone: .*", "zone");
        know("budget: \".*\" must be .*", "budget-id");
        know("the budget \\S+ exists with other terms", "budget-taken");
        know("parts: with the rest they are (\\S+) together, the amount is (\\S+)", "parts-sum");
        for (String list : List.of("parts", "sites")) {
            know(list + ": the (?:title|name) of (\\S+) must be .*", list + "-title");
            know(list + ": the id \"(.*)\" must be .*", list + "-id");
            know(list + ": 1 to (\\d+) are possible.*", list + "-count");
            know(list + ": the id (\\S+) stands twice", list + "-twice");
        }
        know("sites: the district of \\S+: the id \"(.*)\" must be .*", "sites-id");
        know("parts: the amount of (\\S+) must be .*", "parts-amount");
        know("parts: a budget that is not split .*", "parts-one");
        know("parts: (\\S+) is no site", "parts-site");
        know("parts: (\\S+) is no district of a site", "parts-district");
        know("parts: the id (\\S+) and that of the budget .*", "parts-long");
        know("sites: so many sites .*", "sites-long");
        know("amount: a budget has at least 1 cent", "amount-cent");
        know("rest: it must be from 0 .*", "rest");
        know("restRule: .*", "rest-rule");
        for (Phase phase : Phase.values()) {
            know("calendar: " + phase + " must begin later .*", "calendar-" + phase);
        }
    }

    private static void knowShortlists() {
        know("there is no such part|part: the budget \\S+ has no part .*", "no-part");
        know("part: the shortlist of \\S+ is published.*", "part-published");
        know("part: \\S+ has lapsed", "part-lapsed");
        know("proposals: choose one at least.*|proposals: a shortlist has .*", "list-none");
        know("proposals: two of them have the place (\\d+)", "list-place");
        know("proposals: the title of (\\S+) must be .*", "list-title");
        know("proposals: (\\S+) belongs to .*", "list-part");
        know("proposals: over budget: (\\S+) costs .*", "list-cost");
        know("proposals: the proposal (\\S+) .*", "list-state");
        know("the study of the proposal (\\S+) must be confirmed .*", "list-eyes");
        know("too early: .* from the phase .*", "phase-early");
        know("too late: .* until the phase .*", "phase-late");
        know("rule: it counts no ballots of the kind .*", "rule-kind");
        know("eligibility: .*", "eligibility");
        know("who: an age .*", "who");
    }

    private static void knowWorks() {
        know("proposal: \\S+ has won nothing .*", "nothing-won");
        know("(?:title|milestone): the milestone \"(.*)\" is done since (\\S+)", "milestone-done");
        know("day: the milestone \"(.*)\" is planned for ([^;]+);.*", "milestone-later");
        know("newDay: the milestone \"(.*)\" is planned for ([^;]+);.*", "milestone-earlier");
        know("milestone: (?:there is none|none is planned|say which) .*", "milestone-none");
        know("title: the works of a proposal have at most (\\d+) milestones", "milestone-most");
        know("day: .* has a day that has come, not (\\S+)", "not-come");
        know("cents: an expense of 0 cents is none", "spent-zero");
        know("cents: over budget: .*", "over-budget");
        know("cents: of the -?\\d+ cents spent .*", "back-most");
        know("reason: money that comes back .*", "back-why");
        know("label must be one line .*", "label-line");
        know("text must have .*", "fate-text");
    }

    private static void know(String sentence, String key) {
        KNOWN.put(Pattern.compile(sentence), key);
    }

    private final MessageSource messages;

    /** Texts of these bundles. */
    public DeskTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence in the language of the request that is under way. */
    public String of(String sentence) {
        for (Map.Entry<Pattern, String> known : KNOWN.entrySet()) {
            Matcher matcher = known.getKey().matcher(sentence);
            if (matcher.matches()) {
                Object[] arguments = new Object[matcher.groupCount()];
                for (int at = 0; at < arguments.length; at++) {
                    arguments[at] = matcher.group(at + 1);
                }
                return text("desk.says." + known.getValue(), arguments);
            }
        }
        return sentence;
    }

    /** A text of the bundles in that language. */
    public String text(String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, arguments, locale);
    }
}
