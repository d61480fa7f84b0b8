// What makes a French sentence a promise of the writer's. Verbs stand in the present and the future: both promise ("je vous
// envoie le devis vendredi", "nous passerons lundi"). Written as plainWords leaves them: no accents, lower case.
import { oneOf } from '../phrases.ts';

/** What comes between the subject and its verb: "je vous le transmets", "on s'en charge". */
const BETWEEN = String.raw`(?:(?:vous|te|le|la|les|lui|leur|y|en)[ ]|(?:t|l|m|s|m'en|s'en|vous l)'(?:en |y )?)*`;
const I = oneOf`
  je|j'
`;
const WE = oneOf`nous|on`;

/** Stems of the future, which are those of the infinitive, and forms of the present: what one promises to a customer. */
const FUTURE = oneOf`
  enverr|transmettr|transferer|communiquer|ecrir|mailer|poster
  appeller|rappeller|telephoner|contacter|recontacter|reprendr|prendr
  tiendr|reviendr|viendr|passer|ser|aur
  repondr|dir|donner|informer|avertir|previendr|confirmer|proposer|demander
  fer|parviendr|remettr|apporter|deposer|livrer|relivrer|expedier
  installer|poser|monter|placer|reparer|remplacer|changer|echanger|effectuer|procedr
  terminer|finir|commencer|preparer|etablir|calculer|verifier|regler|arranger|occuper|charger
  rembourser|verser|commander|noter|inscrir|reserver|planifier|fixer
`;
const PRESENT_I = oneOf`
  envoie|transmets|transfere|communique|ecris|poste
  appelle|rappelle|telephone|contacte|recontacte|reprends|prends
  tiens|reviens|viens|passe|reponds|dis|donne|informe|avertis|previens|confirme|propose|demande
  fais|mets|remets|apporte|depose|livre|expedie
  installe|pose|monte|place|repare|remplace|change|echange|effectue|procede
  termine|finis|commence|prepare|etablis|calcule|verifie|regle|arrange|occupe|charge|veille
  rembourse|verse|commande|note|inscris|reserve|planifie|fixe|parle|renseigne
`;
const PRESENT_WE = oneOf`
  envoyons|transmettons|transferons|communiquons|appelons|rappelons|telephonons|contactons|recontactons|reprenons|prenons
  tenons|revenons|venons|passons|repondons|donnons|informons|avertissons|prevenons|confirmons|proposons
  faisons|mettons|remettons|apportons|deposons|livrons|relivrons|expedions
  installons|posons|montons|placons|reparons|remplacons|changeons|echangeons|effectuons|procedons
  terminons|finissons|commencons|preparons|etablissons|calculons|verifions|reglons|arrangeons|occupons|chargeons|veillons
  remboursons|versons|commandons|notons|reservons|planifions|fixons|revoyons|regardons
`;
/** "Je serai au bureau" tells where one is. */
const STATE = oneOf`ser|aur|pourr|devr|saur|verr|attendr|voudr|resterr|rester|esperer|compter|partir`;
const COLLEAGUE = oneOf`
  collegue|technicien|technicienne|monteur|chauffeur|livreur|plombier|electricien|installateur
  serrurier|peintre|menuisier|carreleur|jardinier|couvreur|coursier
  mari|femme|associe|associee|equipe|secretaire|quelqu'un
`;
const DONE = oneOf`
  livree?s?|envoyee?s?|expediee?s?|pretes?|prets?|terminee?s?|finie?s?|reparee?s?|rembourseee?s?|remboursee?s?|versee?s?
  disponibles?|a votre disposition|sur votre compte|chez vous|installee?s?|placee?s?|posee?s?|corrigee?s?|reglee?s?
`;

/** Looked for in plain words with a blank at either end; see plainWords. */
export const FRENCH: readonly RegExp[] = [
  new RegExp(` (?:${I}) ?${BETWEEN}(?:(?:${FUTURE})(?:ai)|${PRESENT_I})[ ,.]`),
  new RegExp(` (?:${WE}) ${BETWEEN}(?:(?:${FUTURE})(?:ons|a)|${PRESENT_WE}|${PRESENT_I})[ ,.]`),
  // Any other future of doing: "nous nettoierons le tapis pour jeudi".
  new RegExp(` (?:je|j'|nous) ?${BETWEEN}(?!(?:${STATE})(?:ai|ons))\\w+r(?:ai|ons)[ ,.]`),
  new RegExp(` (?:je vais|nous allons|on va) ${BETWEEN}\\w+(?:er|ir|re)[ ,.]`),
  // The reader gets it.
  / vous (?:l'|(?:le|la|les|en) )?(?:recevrez|aurez|obtiendrez|saurez|serez|entendrez) /,
  / vous trouverez .*(?:boite|mailbox)[ ,.]/,
  / vous (?:allez recevoir|allez avoir|pouvez compter sur|pouvez attendre) /,
  / vous parviendra /,
  // Somebody comes, something is done.
  // "Jan vous appellera vendredi": somebody by his name.
  /^ (?!qui )[a-z]+ vous (?:appeller|rappeller|telephoner|contacter|recontacter|ecrir|enverr|livrer|apporter)a[ ,.]/,
  new RegExp(` (?:${COLLEAGUE}) (?:\\S+ ){0,2}?${BETWEEN}(?:(?:${FUTURE})(?:a|ont)|passe|vient|appelle|contacte)[ ,.]`),
  new RegExp(` (?:sera|seront) (?:\\S+ ){0,2}?(?:${DONE})[ ,.]`),
  / (?:part|partira|partiront|suivra|suivront|arrivera|arriveront) .*/,
];

const NOT = oneOf`
  # no
  ne|pas(?! de (?:soucis?|probleme)\b)|jamais|aucun|aucune|impossible|malheureusement
  # if and when
  (?:apres|des) (?:votre |la )?(?:accord|paiement|signature|confirmation|commande|acompte|reception)
  si|quand|lorsque|des que|sauf|sous reserve|a condition
  # perhaps
  peut-etre|eventuellement|probablement|normalement|generalement|souvent|en principe
  espere|esperons|essaie|essaye|essayons|essayer|tente|tenter|doute
  pourrais|pourrions|pourrait|serait|devrait|devrions|aimerais|aimerions|aurais
  # what stands below every letter: "nous répondons sous 24 heures"
  nous repondons .*(?:sous|dans|endeans)
  # past
  hier|avions|avait|avaient|aviez|deviez|derniere?|etait
  # away
  fermes?|fermee?s?|ferme|conge|conges|vacances|absente?s?
  # the reader should do it
  merci de|veuillez|priere|pouvez-vous|pourriez-vous|voulez-vous|dites-moi|appelez-nous
`;
export const FRENCH_NOT = new RegExp(` (?:(?:${NOT})[ ,.!]|n'|s'il)`);
/** "Je vous dirai mardi si c'est possible": asked, not made a condition. */
export const FRENCH_WHETHER =
  / (?:dir\w+|savoir|saurez|confirm\w+|verifi\w+|demand\w+|renseign\w+)(?: \S+){0,4} (?:si|quand) /;
