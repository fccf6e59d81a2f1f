import type { Outcome } from './outcome.ts'

/** Whose documents are, under a name that they print. */
interface Office {
  readonly name: string
  readonly region: string | null
  /** The years, kinds and scopes of its documents. */
  readonly editions: ReadonlySet<string>
}

/** A name that begins with its place: 川宁区民政局, 白石镇人民政府. */
const PLACED = /^.{1,7}?(?:[省市县区州盟旗镇乡]|街道)/
/** A name whose place has lost its own name: 县交通运输局. */
const PLACELESS = /^[省市县区州盟旗]/
const ENDS_AS_PLACE = /[省市县区州盟旗]$/
/** What stands before the place in names of the party's offices. */
const PARTY = /^(?:中共|中国共产党)/

const own = (name: string): string => name.replace(PARTY, '')

/** Whether a name is another one without 中共, the place before it, or the name of that place: 川宁区民政局 and 县民政局 of 青阳市川宁区民政局 and 临溪县民政局. */
function isShortOf(short: string, full: string): boolean {
  const [part, whole] = [own(short), own(full)]
  if (part === whole) return short !== full && full.endsWith(short)
  if (!whole.endsWith(part)) return false
  const before = whole.slice(0, -part.length)
  if (ENDS_AS_PLACE.test(before)) return PLACED.test(part)
  return PLACELESS.test(part)
}

const isOfOneRegion = ({ region: a }: Office, { region: b }: Office): boolean =>
  a === null || b === null || a.endsWith(b) || b.endsWith(a)

/** For each office those whose names are longer than its own and end like it; by their endings, for an archive may have thousands. */
function longerOf(offices: readonly Office[]): ReadonlyMap<Office, readonly Office[]> {
  const byName = Map.groupBy(offices, ({ name }) => own(name))
  const longer = new Map<Office, Office[]>(offices.map(office => [office, []]))
  for (const full of offices) {
    const name = own(full.name)
    const endings = Array.from({ length: name.length }, (_, at) => byName.get(name.slice(at)) ?? []).flat()
    for (const short of endings)
      if (isShortOf(short.name, full.name) && isOfOneRegion(short, full)) longer.get(short)?.push(full)
  }
  return longer
}

/**
 * The fullest name of an office among those that are longer: one that all others it may be short for are short of. Of two places
 * it may be in none is chosen; nor a name that has a document of the same year, kind and scope, for that is another office.
 */
function fullOf(office: Office, longer: readonly Office[]): Office {
  const full = longer.find(one => longer.every(other => other === one || isShortOf(other.name, one.name)))
  const isApart = longer.some(({ editions }) => [...editions].some(edition => office.editions.has(edition)))
  return full === undefined || isApart ? office : full
}

type Subject = Outcome['subject']

const keyOf = (subject: Subject): string => `${subject?.region ?? ''}\n${subject?.department}`

/** Outcomes of an archive with one name for each department, the fullest that its documents print, and the region that goes with it. */
export function underOneName(outcomes: readonly Outcome[]): Outcome[] {
  const subjects = outcomes.flatMap(({ subject }) => (subject?.department ? [subject] : []))
  const offices = new Map(
    [...Map.groupBy(subjects, keyOf)].map(([key, all]): [string, Office] => {
      const { department = '', region = null } = all[0] ?? {}
      const editions = all.map(({ fiscalYear, kind, scope }) => `${fiscalYear} ${kind} ${scope}`)
      return [key, { name: department ?? '', region, editions: new Set(editions) }]
    }),
  )
  const longer = longerOf([...offices.values()])
  return outcomes.map(outcome => {
    const { subject } = outcome
    const office = offices.get(keyOf(subject))
    if (!subject || office === undefined) return outcome
    const { name, region } = fullOf(office, longer.get(office) ?? [])
    return { ...outcome, subject: { ...subject, department: name, region: region ?? subject.region } }
  })
}
