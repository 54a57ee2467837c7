package eu.urne.audit.event;

/** What an entry says happened. */
public sealed interface Event
        permits LogEvent,
                PaperEvent,
                PollEvent,
                RegisterEvent,
                ConsentRecorded,
                CouncilEvent,
                DrawEvent,
                CandidacyEvent,
                MeetingEvent,
                MotionEvent,
                SignerEvent,
                MinutesEvent,
                QuestionnaireEvent,
                GatheringEvent,
                UnlistedEvent {}
