package eu.urne.api.desk;

/** What a person of the staff does, and so what the desk lets her do. */
public enum Role {
    /** Runs votes at sites of hers: admission, cards, tablets, paper. */
    ANIMATOR,
    /** Runs budgets: ideas, studies, shortlists, registers, works. */
    CITY,
    /** Runs councils and their meetings. */
    SECRETARY,
    /** Holds a share of poll keys: closes, opens and declares. */
    TRUSTEE,
    /** Runs the installation: users and tablets. */
    ADMIN
}
