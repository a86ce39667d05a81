const HAVE =
  "that|which? do|did|are|have|'ve|is? i|we|you|there|anyone|they? already|currently? 've|have? got|have|exist|saved|set|made|built|defined|available? up? already|yet|so|now|here|today|currently? far?"

/**
 * How somebody asks which things of a kind there are, for `phrase`: "show me which personas we've got", "any audiences
 * yet?", "how many segments do we have". `things`: their names, as `segments|lists`.
 */
export const whichThereAre = (things: string): readonly string[] => [
  `list|show|see|view|get|give|display|tell|name me|us? all? what|which|any|whatever? of? all|my|our|the? ${things} ${HAVE}`,
  `list|show|see|view|get|give|display|tell|name me|us? all? what|which|any|whatever? of? all|my|our|the? ${things}`,
  `what|which|any|how many? of? all|my|our|the? ${things} ${HAVE}`,
  `any ${things}`,
  `do|does|have|are|is we|i|you|there|anyone already? have|got|exist? any|some|a|an|our|the? ${things} ${HAVE}`,
  `do|does|have|are|is we|i|you|there|anyone already? have|got|exist? any|some|a|an|our|the? ${things}`,
]

/** "show me every segment we've got", "each list there is": all of them, named by one. `thing`: as `segment|list`. */
export const everyOne = (thing: string): readonly string[] => [
  `list|show|see|view|get|give|display|tell|name me|us? every|each single|one? of? my|our|the? ${thing} ${HAVE}`,
  `list|show|see|view|get|give|display|tell|name me|us? every|each single? ${thing} in? here|existence?`,
  `every|each single? ${thing} ${HAVE}`,
  `list|show|see|view|get|give|display|tell|name me|us? every|each single|one? of? my|our|the? ${thing} that? there|we|i is|have|'ve got?`,
]
