/** What the end of a clause names, and what stands before the words that say so. */
interface Named<Name> {
  readonly name: Name
  readonly before: string
}

/**
 * Reads what the end of a clause names. Its words are data, a letter a class; a name is the order of letters that it is told in, and
 * the first that fits all known words at the end, as many as there are, is it. Null where none does.
 */
export function readerOf<Name extends string>(
  words: Readonly<Record<string, string>>,
  names: Readonly<Record<Name, RegExp>>,
): (clause: string) => Named<Name> | null {
  const classes = new Map(Object.entries(words).flatMap(([letter, all]) => all.split(' ').map(word => [word, letter] as const)))
  const any = [...classes.keys()].sort((a, b) => b.length - a.length).join('|')
  const [atEnd, one] = [new RegExp(`(?:${any})+$`), new RegExp(any, 'g')]
  return clause => {
    const at = atEnd.exec(clause)
    if (at === null) return null
    const letters = at[0].replaceAll(one, word => classes.get(word) ?? '')
    const name = (Object.keys(names) as Name[]).find(named => names[named].test(letters))
    return name === undefined ? null : { name, before: clause.slice(0, at.index) }
  }
}
