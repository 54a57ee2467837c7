package eu.urne.api.scenario;

import java.util.SplittableRandom;

/** Family and given names for people who do not exist; all of them can be written in Windows-1252. */
final class Names {

    private static final String[] FAMILY = """
            Lefèvre Dubois Caron Delattre Carpentier Leclercq Lemaire Vasseur Fournier Roger Petit Hénin
            Boulanger Noël D'Hondt L'Hôte N'Diaye O'Brien M'Barek Da_Silva Ben_Ali El_Amrani Le_Goff De_Wailly
            Saint-Aubin Kowalski Nowak Wisnia Ferreira Santos Rossi Müller Jansen Yilmaz Traoré Diallo Sow
            Konaté Camara Cissé Benali Haddad Mansouri Cherif Belkacem Nguyen Tran Chevalier Lœuillet Bœuf
            Çelebi Günes Peltier Marchand Hurtaut Desjardins Potel Quillet Trannoy Vignon Wargnier Zielinski
            Bauduin Cuvelier Drouart Évrard Flamant Gossart Herbin Isaac
            """.strip().split("\\s+");
    private static final String[] GIVEN = """
            Léa Zoé Inès Maël Noé Éloïse Théo Hugo Jules Louise Alice Jade Emma Rose Anna Lina Mila Léna Nina
            Julia Sofia Aya Nour Yasmine Fatou Awa Mariam Aminata Kadiatou Rayan Adam Ilyes Ibrahim Amadou
            Moussa Ousmane Yanis Sami Malik Nathan Lucas Gabriel Raphaël Arthur Louis Paul Ethan Noah Tom Léo
            Axel Gaspard Marius Côme Basile Célestin Anaïs Chloé Maëlys Océane Clémence Apolline Margaux
            Capucine Agathe Édith Hélène Jean-Loup Anne-Lise Marie-Lou Lou-Ann Björn Søren Lucja Zofia Kasper
            Aleksander João Inácio Núria Giulia Chiara Fiorella Thaïs
            """.strip().split("\\s+");

    private Names() {}

    static String family(SplittableRandom random) {
        return FAMILY[random.nextInt(FAMILY.length)].replace('_', ' ');
    }

    static String given(SplittableRandom random) {
        return GIVEN[random.nextInt(GIVEN.length)];
    }
}
