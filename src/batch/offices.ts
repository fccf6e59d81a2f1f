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

/**
 * The fullest name of an office among those of an archive: one that all others it may be short for are short of. Of two places
 * it may be in none is chosen; nor a name that has a document of the same year, kind and scope, for that is another office.
 */
function fullOf(office: Office, all: readonly Office[]): Office {
  const longer = all.filter(other => isShortOf(office.name, other.name) && isOfOneRegion(office, other))
  const full = longer.find(one => longer.every(other => other === one || isShortOf(other.name, one.name)))
  const isApart = longer.some(({ editions }) => [...editions].some(edition => office.editions.has(edition)))
  return full === undefined || isApart ? office : full
}

/** Outcomes of an archive with one name for each department, the fullest that its documents print, and the region that goes with it. */
export function underOneName(outcomes: readonly Outcome[]): Outcome[] {
  const named = Map.groupBy(
    outcomes.filter(({ subject }) => subject?.department),
    ({ subject }) => `${subject?.region ?? ''}\n${subject?.department}`,
  )
  const offices = new Map(
    [...named].map(([key, all]): [string, Office] => {
      const { department, region } = all[0]?.subject ?? { department: null, region: null }
      const editions = all.map(({ subject }) => `${subject?.fiscalYear} ${subject?.kind} ${subject?.scope}`)
      return [key, { name: department ?? '', region, editions: new Set(editions) }]
    }),
  )
  const list = [...offices.values()]
  const full = new Map([...offices].map(([key, office]) => [key, fullOf(office, list)]))
  return outcomes.map(outcome => {
    const { subject } = outcome
    const office = full.get(`${subject?.region ?? ''}\n${subject?.department}`)
    if (!subject || office === undefined) return outcome
    return { ...outcome, subject: { ...subject, department: office.name, region: office.region ?? subject.region } }
  })
}
