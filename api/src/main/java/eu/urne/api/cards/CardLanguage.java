package eu.urne.api.cards;

/** In which language a card speaks. */
enum CardLanguage {
    /** French. */
    FR(
            "Carte de vote",
            "ou tapez",
            "Une seule voix.",
            "Gardez-la secrète.",
            "Cochez votre choix.",
            "Bulletin de vote: glissez-le dans l'urne."),
    /** English. */
    EN(
            "Voting card",
            "or type",
            "One vote.",
            "Keep it secret.",
            "Mark your choice.",
            "Ballot paper: put it into the urn."),
    /** French, then English. */
    BOTH(
            "Carte de vote · Voting card",
            "ou tapez · or type",
            "Une seule voix.",
            "One vote. Keep it secret.",
            "Cochez votre choix · Mark your choice",
            "Bulletin, à glisser dans l'urne · Ballot paper, for the urn");

    final String title;
    final String type;
    final String once;
    final String secret;
    final String mark;
    final String sheet;

    CardLanguage(String title, String type, String once, String secret, String mark, String sheet) {
        this.title = title;
        this.type = type;
        this.once = once;
        this.secret = secret;
        this.mark = mark;
        this.sheet = sheet;
    }

    /**
     * The language of that name.
     *
     * @throws IllegalArgumentException in one sentence, if there is none
     */
    static CardLanguage of(String name) {
        for (CardLanguage language : values()) {
            if (language.name().equalsIgnoreCase(name)) {
                return language;
            }
        }
        throw new IllegalArgumentException("--lang must be fr, en or both, not " + name);
    }
}
