package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DescriptionTest {

    private static final String PATHS = """
            /api/blobs
            /api/blobs/{hash}
            /api/budgets
            /api/budgets/{budget}
            /api/budgets/{budget}/blobs.zip
            /api/budgets/{budget}/calendar
            /api/budgets/{budget}/drafts
            /api/budgets/{budget}/drafts/{draft}
            /api/budgets/{budget}/drafts/{draft}/submission
            /api/budgets/{budget}/fates
            /api/budgets/{budget}/lapses
            /api/budgets/{budget}/open-data.csv
            /api/budgets/{budget}/open-data.json
            /api/budgets/{budget}/outcome
            /api/budgets/{budget}/phase
            /api/budgets/{budget}/proposals
            /api/budgets/{budget}/proposals/{proposal}
            /api/budgets/{budget}/proposals/{proposal}/acceptance
            /api/budgets/{budget}/proposals/{proposal}/assignment
            /api/budgets/{budget}/proposals/{proposal}/confirmation
            /api/budgets/{budget}/proposals/{proposal}/decline
            /api/budgets/{budget}/proposals/{proposal}/merger
            /api/budgets/{budget}/proposals/{proposal}/rejection
            /api/budgets/{budget}/proposals/{proposal}/revision
            /api/budgets/{budget}/proposals/{proposal}/similar
            /api/budgets/{budget}/proposals/{proposal}/study
            /api/budgets/{budget}/proposals/{proposal}/withdrawal
            /api/budgets/{budget}/reminders
            /api/budgets/{budget}/rest
            /api/budgets/{budget}/shortlists
            /api/budgets/{budget}/works
            /api/budgets/{budget}/works/reminders
            /api/budgets/{budget}/works/{proposal}
            /api/budgets/{budget}/works/{proposal}/delays
            /api/budgets/{budget}/works/{proposal}/expenses
            /api/budgets/{budget}/works/{proposal}/fate
            /api/budgets/{budget}/works/{proposal}/indicators
            /api/budgets/{budget}/works/{proposal}/measures
            /api/budgets/{budget}/works/{proposal}/milestones
            /api/budgets/{budget}/works/{proposal}/photos
            /api/catalog
            /api/councils
            /api/councils/{council}
            /api/councils/{council}/meetings
            /api/councils/{council}/meetings/{meeting}
            /api/councils/{council}/meetings/{meeting}/agenda
            /api/councils/{council}/meetings/{meeting}/attendance
            /api/councils/{council}/meetings/{meeting}/call-off
            /api/councils/{council}/meetings/{meeting}/close
            /api/councils/{council}/meetings/{meeting}/items
            /api/councils/{council}/meetings/{meeting}/items/{item}/withdrawal
            /api/councils/{council}/meetings/{meeting}/minutes
            /api/councils/{council}/meetings/{meeting}/minutes/corrections
            /api/councils/{council}/meetings/{meeting}/minutes/signatures
            /api/councils/{council}/meetings/{meeting}/open
            /api/councils/{council}/meetings/{meeting}/proxies
            /api/councils/{council}/meetings/{meeting}/proxies/{from}/withdrawal
            /api/councils/{council}/meetings/{meeting}/quorum
            /api/councils/{council}/motions
            /api/councils/{council}/motions/{motion}
            /api/councils/{council}/motions/{motion}/amendments
            /api/councils/{council}/motions/{motion}/amendments/{amendment}/decision
            /api/councils/{council}/motions/{motion}/amendments/{amendment}/text
            /api/councils/{council}/motions/{motion}/answer
            /api/councils/{council}/motions/{motion}/conflicts
            /api/councils/{council}/motions/{motion}/declare
            /api/councils/{council}/motions/{motion}/evidence.zip
            /api/councils/{council}/motions/{motion}/hands
            /api/councils/{council}/motions/{motion}/open
            /api/councils/{council}/motions/{motion}/votes
            /api/councils/{council}/motions/{motion}/votes/{seat}/correction
            /api/councils/{council}/motions/{motion}/withdrawal
            /api/councils/{council}/revision
            /api/councils/{council}/seats/{seat}/replace
            /api/councils/{council}/seats/{seat}/vacate
            /api/councils/{council}/signers
            /api/councils/{council}/signers/{signer}/allowance
            /api/councils/{council}/signers/{signer}/codes
            /api/councils/{council}/signers/{signer}/retirement
            /api/councils/{council}/signers/{signer}/revocation
            /api/draws
            /api/draws/{draw}
            /api/draws/{draw}/call-off
            /api/draws/{draw}/candidacies
            /api/draws/{draw}/candidacies/{person}/consent
            /api/draws/{draw}/candidacies/{person}/slip
            /api/draws/{draw}/candidacies/{person}/withdrawal
            /api/draws/{draw}/document
            /api/draws/{draw}/invitations
            /api/draws/{draw}/pool
            /api/draws/{draw}/randomness
            /api/draws/{draw}/reserve/{candidate}/pass-over
            /api/draws/{draw}/roles
            /api/draws/{draw}/roles/{role}/answers
            /api/draws/{draw}/roles/{role}/offers
            /api/entries/{index}
            /api/evidence.zip
            /api/gatherings
            /api/gatherings/{gathering}
            /api/gatherings/{gathering}/call-off
            /api/gatherings/{gathering}/check-ins
            /api/gatherings/{gathering}/evaluation
            /api/gatherings/{gathering}/held
            /api/persons/{person}
            /api/persons/{person}/consents
            /api/persons/{person}/export
            /api/persons/{person}/pseudonyms
            /api/plan
            /api/plan/{line}/decisions
            /api/polls
            /api/polls/{poll}
            /api/polls/{poll}/ballots
            /api/polls/{poll}/card
            /api/polls/{poll}/cards
            /api/polls/{poll}/close
            /api/polls/{poll}/discrepancy
            /api/polls/{poll}/end
            /api/polls/{poll}/evidence.zip
            /api/polls/{poll}/open
            /api/polls/{poll}/open-data.csv
            /api/polls/{poll}/open-data.json
            /api/polls/{poll}/open-data.pb
            /api/polls/{poll}/outcome
            /api/polls/{poll}/paper
            /api/polls/{poll}/paper/count
            /api/polls/{poll}/paper/{token}
            /api/polls/{poll}/participation
            /api/polls/{poll}/reconciliation
            /api/polls/{poll}/register/admissions
            /api/polls/{poll}/register/hand-outs
            /api/polls/{poll}/reveal
            /api/polls/{poll}/tablets
            /api/polls/{poll}/tablets/{tablet}/write-off
            /api/polls/{poll}/turnout
            /api/polls/{poll}/voids
            /api/polls/{poll}/voters
            /api/polls/{poll}/voters/all
            /api/polls/{poll}/voters/{person}/hand-out
            /api/questionnaires
            /api/questionnaires/{questionnaire}
            /api/questionnaires/{questionnaire}/answers
            /api/questionnaires/{questionnaire}/close
            /api/questionnaires/{questionnaire}/codes
            /api/questionnaires/{questionnaire}/erasure
            /api/questionnaires/{questionnaire}/findings
            /api/questionnaires/{questionnaire}/open
            /api/questionnaires/{questionnaire}/questions/{question}/words
            /api/questionnaires/{questionnaire}/results
            /api/questionnaires/{questionnaire}/sheets
            /api/questionnaires/{questionnaire}/withdrawal
            /api/receipts/{entry}
            /api/receipts/{index}.tlog-proof
            /api/register-log/checkpoint
            /api/register-log/tile/{path}
            /api/register-log/vkey
            /api/registers
            /api/registers/{register}
            /api/registers/{register}/import
            /api/registers/{register}/imports/{id}
            /api/registers/{register}/persons
            /api/registers/{register}/persons/search
            /api/signing/code
            /api/signing/inbox
            /api/signing/keys
            /api/signing/moment
            /api/tablets
            /api/tablets/enrolments
            /api/tablets/self
            /api/tablets/self/polls/{poll}
            /api/tablets/self/polls/{poll}/empty
            /api/tablets/{tablet}
            /api/vault/access
            /health
            /log/checkpoint
            /log/tile/{path}
            /log/vkey
            /receipts
            /receipts/{code}
            """;

    @TempDir
    Path folder;

    private Voting voting;

    @BeforeEach
    void start() {
        voting = new Voting(folder, false);
    }

    @AfterEach
    void stop() {
        voting.close();
    }

    @Test
    void theDescriptionListsEveryPathWithItsSchemas() {
        JsonNode api = voting.client.get("/openapi.json").json();
        assertThat(api.get("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(PATHS.lines().toList());
        JsonNode schemas = api.get("components").get("schemas");
        assertThat(schemas.get("SealedBallot").get("properties").propertyNames())
                .containsExactlyInAnyOrder("suite", "poll", "token", "authorisation", "seq", "enc", "ct", "sig");
        assertThat(schemas.get("Author").get("discriminator").get("mapping").propertyNames())
                .containsExactlyInAnyOrder("PERSON", "GROUP", "COUNCIL");
        assertThat(schemas.get("Composition")
                        .get("discriminator")
                        .get("mapping")
                        .propertyNames())
                .containsExactlyInAnyOrder("STRATA", "QUOTAS");
        assertThat(schemas.propertyNames())
                .contains("Receipt", "Problem", "CodeReply", "DefinitionBody", "PollSummary");
    }

    @Test
    void theHealthTellsTheSizeOfTheLog() {
        voting.define();
        JsonNode health = voting.client.get("/health").json();
        assertThat(health.get("status").asString()).isEqualTo("up");
        assertThat(health.get("logSize").asLong()).isEqualTo(voting.logSize());
    }
}
