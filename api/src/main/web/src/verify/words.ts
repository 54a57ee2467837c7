import type { Said } from './findings';

/** The sentences of the verifier, French and English; {0}, {1}, … is what stands in them. */
const SENTENCES = {
  // files, checkpoint, tree
  fileMissing: ['Le fichier {0} manque.', 'The file {0} is missing.'],
  fileExtra: ['Le fichier {0} ne devrait pas être là.', 'The file {0} should not be there.'],
  fileForm: ['Le fichier n’a pas la forme voulue ({0}).', 'The file does not have the form it should have ({0}).'],
  notSigned: ['Le journal n’a pas signé ce point de contrôle ({0}).', 'The log has not signed this checkpoint ({0}).'],
  otherRoot: ['Les entrées ne donnent pas l’empreinte que le journal a signée : quelque chose a été changé, ajouté ou retiré.', 'The entries do not give the fingerprint that the log has signed: something was changed, added or taken out.'],
  tileDiffers: ['Ces empreintes ne sont pas celles des entrées.', 'These hashes are not those of the entries.'],
  historyOrder: ['L’historique n’est pas dans l’ordre, ou ne finit pas par le point de contrôle.', 'The history is not in order, or does not end with the checkpoint.'],
  historyRoot: ['À {0} entrées, l’historique a une autre empreinte que les entrées.', 'At {0} entries the history has another fingerprint than the entries.'],
  otherVkey: ['La clé n’est pas celle que vous avez donnée.', 'The key is not the one that you have given.'],
  earlierOther: ['Votre point de contrôle plus ancien ({0} entrées) ne fait pas partie de ce journal : l’histoire a été réécrite.', 'Your earlier checkpoint ({0} entries) is not part of this log: history was rewritten.'],
  earlierLonger: ['Votre point de contrôle ({0} entrées) est plus long que ce journal ({1}) : des entrées ont disparu.', 'Your checkpoint ({0} entries) is longer than this log ({1}): entries have disappeared.'],
  // entries
  entryForm: ['L’entrée n’a pas la forme voulue ({0}).', 'The entry does not have the form it should have ({0}).'],
  entryId: ['L’identifiant de l’entrée n’est pas celui qui suit de sa commande.', 'The id of the entry is not the one that follows from its command.'],
  idTwice: ['L’identifiant de l’entrée a déjà servi.', 'The id of the entry has been used before.'],
  seqGap: ['L’entrée porte le numéro {0} de sa série ; {1} était attendu.', 'The entry is number {0} of its stream; {1} was due.'],
  otherStream: ['L’entrée {0} ne se trouve pas dans la série où elle doit être.', 'The entry {0} does not stand in the stream where it belongs.'],
  unknownType: ['Le type {0} n’est pas connu.', 'The type {0} is not known.'],
  dataForm: ['Les données de {0} n’ont pas la forme voulue ({1}).', 'The data of {0} do not have the form they should have ({1}).'],
  keyNotInForce: ['La clé {0} de l’entrée n’était pas en vigueur.', 'The key {0} of the entry was not in force.'],
  entrySignature: ['La signature de l’entrée est fausse : l’entrée a été changée, ou quelqu’un d’autre l’a écrite.', 'The signature of the entry is wrong: it was changed, or somebody else wrote it.'],
  genesis: ['Le journal ne commence pas par son acte de création.', 'The log does not begin with the entry that creates it.'],
  keyChange: ['Ce changement de clé n’est pas permis.', 'This change of keys is not allowed.'],
  // polls
  outOfPlace: ['Dans le vote « {1} », {0} n’est pas à sa place.', 'In the poll “{1}”, {0} does not stand in its place.'],
  otherCommand: ['Dans le vote « {1} », {0} n’a pas été écrit avec ce qui le précède.', 'In the poll “{1}”, {0} was not written together with what stands before it.'],
  notDefined: ['Le vote « {0} » n’est pas défini.', 'The poll “{0}” is not defined.'],
  definedTwice: ['Le vote « {0} » est défini deux fois.', 'The poll “{0}” is defined twice.'],
  otherPoll: ['La définition du vote « {0} » est celle d’un autre vote.', 'The definition of the poll “{0}” is that of another poll.'],
  optionsMissing: ['Le vote « {0} » ne donne que {1} de ses {2} propositions.', 'The poll “{0}” lists only {1} of its {2} options.'],
  optionsElsewhere: ['Les propositions du vote « {0} » ne se suivent pas.', 'The options of the poll “{0}” do not follow one another.'],
  optionTwice: ['Une proposition figure deux fois dans le vote « {0} ».', 'An option stands twice in the poll “{0}”.'],
  definitionHash: ['L’empreinte des règles du vote « {0} » n’est pas la bonne.', 'The hash of the rules of the poll “{0}” is not the right one.'],
  definitionChanged: ['Les règles du vote « {0} » ont changé en cours de route.', 'The rules of the poll “{0}” changed on the way.'],
  otherBudget: ['Le vote « {0} » est ouvert pour un autre budget.', 'The poll “{0}” is opened for another budget.'],
  conflictUnknown: ['La règle du vote « {0} » nomme des propositions qui n’existent pas.', 'The rule of the poll “{0}” names options that do not exist.'],
  tokensForm: ['Une liste de cartes du vote « {0} » est mal formée.', 'A list of cards of the poll “{0}” is malformed.'],
  tokenTwice: ['La carte {0} est autorisée deux fois.', 'The card {0} is authorised twice.'],
  labelSmall: ['Un lot de cartes du vote « {0} » en a moins de {1}.', 'A batch of cards of the poll “{0}” has fewer than {1}.'],
  voidUnknown: ['La carte annulée {0} n’est pas une carte valable du vote.', 'The void card {0} is not a valid card of the poll.'],
  voidVoted: ['La carte annulée {0} avait déjà voté.', 'The void card {0} had voted already.'],
  registerOrigin: ['Le point de contrôle du registre vient d’ailleurs ({0}).', 'The checkpoint of the register comes from elsewhere ({0}).'],
  handedOutTooMany: ['{0} cartes ont été remises à {1} personnes seulement.', '{0} cards were handed out to only {1} persons.'],
  handedOutNotIssued: ['{0} cartes ont été remises, mais {1} seulement existent.', '{0} cards were handed out, but only {1} exist.'],
  cardsDoNotAddUp: ['{0} cartes remises et {1} annulées ne font pas les {2} cartes créées.', '{0} cards handed out and {1} void are not the {2} that were made.'],
  voidTooMany: ['{0} cartes sont annulées, mais {1} seulement sont annoncées.', '{0} cards are void, but only {1} are told.'],
  votersTooMany: ['{0} cartes ont voté, mais {1} seulement ont été remises.', '{0} cards have voted, but only {1} were handed out.'],
  registerShrunk: ['Le registre du vote « {0} » a rétréci.', 'The register of the poll “{0}” has become smaller.'],
  registerTwoRoots: ['Le registre du vote « {0} » a deux empreintes pour une taille.', 'The register of the poll “{0}” has two fingerprints at one size.'],
  explainedTwice: ['{0} explique un écart une seconde fois.', '{0} explains a discrepancy a second time.'],
  otherPerson: ['L’événement est au nom de {0}, l’entrée au nom de {1}.', 'The event is by {0}, but the entry by {1}.'],
  halfDone: ['Le journal s’arrête au milieu d’une étape du vote « {0} ».', 'The log ends in the middle of a step of the poll “{0}”.'],
  scoresElsewhere: ['Les résultats du vote « {0} » ne se suivent pas.', 'The scores of the poll “{0}” do not follow one another.'],
  scoresMissing: ['Le vote « {0} » ne donne que {1} résultats sur {2}.', 'The poll “{0}” declares only {1} of {2} scores.'],
  tabletTwice: ['La tablette {0} est inscrite deux fois.', 'The tablet {0} is enrolled twice.'],
  tabletUnknown: ['La tablette {0} ne participe pas au vote.', 'The tablet {0} takes no part in the poll.'],
  tabletDone: ['La tablette {0} était déjà vide ou abandonnée.', 'The tablet {0} was emptied or written off already.'],
  tabletSpokenFor: ['{1} a parlé à la place de la tablette {0}.', '{1} has spoken in the place of the tablet {0}.'],
  tabletsAwaited: ['Le vote « {0} » a été clos sans attendre {1} de ses {2} tablettes.', 'The poll “{0}” was closed without waiting for {1} of its {2} tablets.'],
  askedTwice: ['{1} abandonne la tablette {0} une seconde fois.', '{1} gives up the tablet {0} a second time.'],
  writtenOffByFew: ['La tablette {0} est abandonnée sans l’accord de deux personnes.', 'The tablet {0} is written off without two persons agreeing.'],
  notWrittenOff: ['Deux personnes ont abandonné la tablette {0}, mais le journal ne le retient pas.', 'Two persons have given up the tablet {0}, but the log does not write it off.'],
  // ballots
  ballotForm: ['Le bulletin n’a pas la forme voulue ({0}).', 'The ballot does not have the form it should have ({0}).'],
  ballotEarly: ['Un bulletin se trouve avant l’ouverture du vote « {0} ».', 'A ballot stands before the opening of the poll “{0}”.'],
  ballotLate: ['Un bulletin se trouve après la clôture du vote « {0} ».', 'A ballot stands behind the close of the poll “{0}”.'],
  tokenUnknown: ['Le bulletin vient d’une carte qui n’a pas été créée pour ce vote.', 'The ballot comes from a card that was not made for this poll.'],
  tokenVoid: ['Le bulletin vient d’une carte annulée.', 'The ballot comes from a void card.'],
  ballotSignature: ['La carte n’a pas signé ce bulletin.', 'The card has not signed this ballot.'],
  ballotId: ['L’identifiant n’est pas celui de ce bulletin.', 'The id is not that of this ballot.'],
  encTwice: ['Le bulletin répète un bulletin scellé plus tôt.', 'The ballot repeats one that was sealed before.'],
  ctWidth: ['Le bulletin scellé n’a pas la bonne longueur.', 'The sealed ballot does not have the right length.'],
  seqNotZero: ['Le bulletin remplace un autre, ce qui n’est pas permis ici.', 'The ballot replaces another one, which is not allowed here.'],
  votedTwice: ['La carte de ce bulletin a déjà voté.', 'The card of this ballot has voted already.'],
  channel: ['Le bulletin n’est pas arrivé par la voie de sa carte (écran ou papier).', 'The ballot did not come the way of its card (screen or paper).'],
  notAgreed: ['Deux personnes n’ont pas lu la même chose sur ce bulletin de papier.', 'Two persons did not read the same on this paper ballot.'],
  sheetUnknown: ['Une feuille saisie ne fait pas partie du vote « {0} ».', 'A sheet that was entered is none of the poll “{0}”.'],
  sheetLate: ['Une feuille est saisie après le comptage de l’urne du vote « {0} ».', 'A sheet is entered behind the count of the urn of the poll “{0}”.'],
  sheetAgain: ['Une feuille est saisie une fois de trop.', 'A sheet is entered once too often.'],
  disputeUnfounded: ['Une feuille est contestée sans deux lectures différentes juste avant.', 'A sheet is disputed without two different readings directly before.'],
  agreementUnfounded: ['Une feuille est acceptée sans deux lectures égales juste avant.', 'A sheet is agreed without two equal readings directly before.'],
  sheetWithoutVerdict: ['Deux personnes ont lu une feuille, mais rien n’en est retenu.', 'Two persons have read a sheet, but nothing is said of it.'],
  reconciledByFew: ['L’urne du vote « {0} » n’a pas été comptée par deux personnes avec le même résultat.', 'The urn of the poll “{0}” was not counted alike by two persons.'],
  sheetsDiffer: ['{0} feuilles trouvées, {1} saisies, {2} comptées.', '{0} sheets found, {1} entered alike, {2} cast.'],
  notReconciled: ['L’urne du vote « {0} » n’a pas été comptée avant la clôture.', 'The urn of the poll “{0}” was not counted before the close.'],
  // seal, opening, recount
  sealCount: ['Le sceau du vote « {0} » annonce {1} entrées ; il y en a {2}.', 'The seal of the poll “{0}” tells {1} entries; there are {2}.'],
  sealRoot: ['Le sceau du vote « {0} » n’est pas celui de ses entrées.', 'The seal of the poll “{0}” is not that of its entries.'],
  otherKey: ['La clé révélée n’est pas celle du vote « {0} ».', 'The key revealed is not that of the poll “{0}”.'],
  figureDiffers: ['Le vote « {0} » annonce {2} pour « {1} » ; le recomptage donne {3}.', 'The poll “{0}” declares {2} for “{1}”; the recount gives {3}.'],
  scoreDiffers: ['Vote « {0} », proposition « {1} » : annoncé {2} ; le recomptage donne {3}.', 'Poll “{0}”, option “{1}”: declared {2}; the recount gives {3}.'],
  selectionDiffers: ['Vote « {0} » : annoncé comme gagnants {1} ; le recomptage donne {2}.', 'Poll “{0}”: declared as winners {1}; the recount gives {2}.'],
  tiesDiffer: ['Les égalités annoncées du vote « {0} » ne sont pas celles du recomptage.', 'The ties declared of the poll “{0}” are not those of the recount.'],
  awardsDiffer: ['Les montants attribués du vote « {0} » ne sont pas ceux des gagnants.', 'The awards of the poll “{0}” are not the costs of the winners.'],
  undecided: ['Le vote « {0} » annonce un résultat malgré une égalité que rien ne tranche.', 'The poll “{0}” declares an outcome in spite of a tie that nothing breaks.'],
  // receipts and evidence of one poll
  receiptForm: ['Le reçu n’a pas la forme voulue.', 'The receipt does not have the form it should have.'],
  receiptProof: ['Le reçu ne prouve pas que l’entrée {0} est dans le journal.', 'The receipt does not prove that entry {0} is in the log.'],
  receiptOtherHistory: ['Le point de contrôle du reçu ({0} entrées) ne fait pas partie de ce journal.', 'The checkpoint of the receipt ({0} entries) is not part of this log.'],
  foreignEntry: ['L’entrée ne concerne pas le vote « {0} ».', 'The entry is not about the poll “{0}”.'],
  notSealed: ['Le vote « {0} » n’est pas scellé.', 'The poll “{0}” is not sealed.'],
  proofWrong: ['La preuve ne mène pas à l’empreinte que le journal a signée : quelque chose a été changé, ajouté ou retiré.', 'The proof does not lead to the fingerprint that the log has signed: something was changed, added or taken out.'],
  // what was checked
  didCheckpoint: ['Le journal « {0} » a signé son état : {1} entrées.', 'The log “{0}” has signed its state: {1} entries.'],
  didEntries: ['{0} entrées lues, et leurs {0} signatures vérifiées.', '{0} entries read, and their {0} signatures checked.'],
  didTree: ['L’empreinte calculée à partir de toutes les entrées est celle qui est signée.', 'The fingerprint computed from all entries is the one that is signed.'],
  didProof: ['La preuve mène de chacune des {0} entrées à l’empreinte signée.', 'The proof leads from each of the {0} entries to the signed fingerprint.'],
  didTiles: ['{0} fichiers d’empreintes recalculés.', '{0} files of hashes computed again.'],
  didHistory: ['{0} états signés plus anciens font partie de la même histoire.', '{0} earlier signed states are part of the same history.'],
  didEarlier: ['Votre point de contrôle plus ancien ({0} entrées) fait partie de ce journal.', 'Your earlier checkpoint ({0} entries) is part of this log.'],
  didBallots: ['{0} bulletins vérifiés : carte autorisée, signature, une fois par carte, avant la clôture.', '{0} ballots checked: card authorised, signature, once for each card, before the close.'],
  didOpen: ['{0} bulletins ouverts avec la clé révélée.', '{0} ballots opened with the revealed key.'],
  didReceipt: ['Le reçu prouve que l’entrée {0} est dans le journal.', 'The receipt proves that entry {0} is in the log.'],
  didBallotReceipt: ['Cette entrée est un bulletin du vote « {0} ». Son code : {1}.', 'This entry is a ballot of the poll “{0}”. Its code: {1}.'],
  // what was not
  notKey: ['La clé du journal vient de la même source que le journal. Comparez-la à celle que la ville a publiée ailleurs : {0}', 'The key of the log comes from the same source as the log. Compare it with the one that the city has published elsewhere: {0}'],
  notCountedHere: ['Le vote « {0} » n’est pas recompté ici (règle {1}) : utilisez ./urne audit verify.', 'The poll “{0}” is not recounted here (rule {1}): use ./urne audit verify.'],
  notExamined: ['{0} entrées d’autres sujets (budgets, propositions, travaux…) : forme et signature vérifiées, pas le contenu.', '{0} entries about other things (budgets, proposals, works …): form and signature checked, not what they say.'],
  notRegister: ['Le registre des personnes est dans un autre journal, qui n’est pas public.', 'The register of persons is in another log, which is not public.'],
  notWitnesses: ['Les signatures des témoins.', 'The signatures of witnesses.'],
  notArchive: ['Les détails de l’archive zip elle-même (seul son contenu est vérifié).', 'The details of the zip archive itself (only its content is checked).'],
  notOlder: ['L’histoire plus ancienne : donnez un point de contrôle noté plus tôt pour la comparer.', 'Earlier history: give a checkpoint that you noted before to compare it.'],
  notRest: ['Le reste du journal : un bulletin laissé de côté à la fois du sceau et de cet extrait ne se voit que dans le journal entier.', 'The rest of the log: a ballot that was left out of both seal and extract shows only in the whole log.'],
  notEarlierExtract: ['Votre point de contrôle plus ancien : l’extrait d’un vote ne permet pas de le comparer.', 'Your earlier checkpoint: the extract of one poll cannot be compared with it.'],
  notWho: ['Que chaque personne admise en avait le droit : cela se juge à l’accueil, pas dans le journal.', 'That each person admitted had the right to vote: that is judged at the door, not in the log.'],
  // states of polls and figures
  open: ['vote en cours', 'open'],
  defined: ['pas encore ouvert', 'not open yet'],
  closed: ['clos, pas encore dépouillé', 'closed, not counted yet'],
  declared: ['résultat recompté : conforme', 'outcome counted again: it is right'],
  differs: ['résultat non conforme', 'outcome is not right'],
  elsewhere: ['bulletins ouverts, résultat non recompté ici', 'ballots opened, outcome not recounted here'],
  unknown: ['pas examiné', 'not examined'],
  cast: ['bulletins', 'ballots cast'],
  superseded: ['bulletins remplacés', 'superseded ballots'],
  null: ['bulletins nuls', 'null ballots'],
  blank: ['bulletins blancs', 'blank ballots'],
  counted: ['bulletins comptés', 'ballots counted'],
  spent: ['centimes dépensés', 'cents spent'],
  left: ['centimes restants', 'cents left'],
  winners: ['Gagnants', 'Winners'],
  // the page
  good: ['Vérifié : rien à redire.', 'Verified: nothing is wrong.'],
  bad: ['Attention : {0} problème(s) trouvé(s).', 'Attention: {0} problem(s) found.'],
  checkedTitle: ['Ce qui a été vérifié', 'What was checked'],
  uncheckedTitle: ['Ce qui n’a pas été vérifié', 'What was not checked'],
  findingsTitle: ['Ce qui ne va pas', 'What is wrong'],
  pollsTitle: ['Les votes', 'The polls'],
  atEntry: ['Entrée {0}', 'Entry {0}'],
  inFile: ['Fichier {0}', 'File {0}'],
  more: ['… et {0} de plus.', '… and {0} more.'],
  took: ['{0} secondes dans votre navigateur.', '{0} seconds in your browser.'],
  checkpointTitle: ['Notez ce point de contrôle : vous pourrez comparer plus tard', 'Keep this checkpoint: you can compare later'],
  unreadable: ['Impossible de lire ce qui doit être vérifié : {0}', 'What is to be verified cannot be read: {0}'],
  reading: ['Lecture…', 'Reading …'],
  entriesProgress: ['Entrées et signatures : {0} sur {1}', 'Entries and signatures: {0} of {1}'],
  opening: ['Ouverture des bulletins : {0} sur {1}', 'Opening ballots: {0} of {1}'],
  noSite: ['le site ne répond pas ({0}).', 'the site does not answer ({0}).'],
  noZip: ['ce n’est ni une archive zip ni un reçu.', 'this is neither a zip archive nor a receipt.'],
  tooLarge: ['l’archive est trop grande pour un navigateur : utilisez ./urne audit verify.', 'the archive is too large for a browser: use ./urne audit verify.'],
  noEvidence: ['il manque {0}.', '{0} is missing.'],
} as const satisfies { readonly [key: string]: readonly [string, string] };

export type SentenceKey = keyof typeof SENTENCES;
export type Language = 'fr' | 'en';

export function sentence(language: Language, key: SentenceKey, ...values: readonly (string | number)[]): string {
  const value = (number: string) => {
    const found = values[Number(number)] ?? '';
    return typeof found === 'number' ? found.toLocaleString(language) : found;
  };
  return SENTENCES[key][language === 'fr' ? 0 : 1].replace(/\{(\d)\}/g, (_, number: string) => value(number));
}

export function words(language: Language, said: Said): string {
  const inner = said.values.map((value) => (typeof value === 'string' && value.startsWith('#') ? of(language, value) : value));
  return sentence(language, said.key, ...inner);
}

/** A value that is itself a word of this list is written `#key`. */
function of(language: Language, value: string): string {
  const key = value.slice(1);
  return key in SENTENCES ? sentence(language, key as SentenceKey) : value;
}
