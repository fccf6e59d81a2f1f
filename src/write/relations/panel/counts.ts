import { NIL_VEHICLES } from '../../../budget/prose/prose.ts'
import { sum } from '../../../geometry.ts'
import type { DocumentJson } from '../../document/document.ts'
import type { NarrativeJson } from '../../document/meaning-schema.ts'
import type { Row } from '../relation.ts'
import { countsOfTables } from './count-tables.ts'
import { ABOUT_PEOPLE, type Count, type Counted, countedIn, RETIRED } from './count-words.ts'
import { type Office, type Owner, officeOf, ownerOf, spokenOf } from './owners.ts'
import { onPage } from './parts.ts'
import { postsInKinds } from './post-kinds.ts'

/** A number of a sentence: what its own words say it counts, whose it is, and the number of the sentence that it is a part of, by its place. */
interface Told {
  readonly fact: NarrativeJson
  readonly counted: Counted | null
  readonly owner: Owner
  readonly whole: number | null
}

const UNITS: Readonly<Record<Counted, RegExp>> = {
  posts: /^[人名个]$/,
  'filled-posts': /^[人名]$/,
  'people-of-posts': /^[人名]$/,
  serving: /^[人名]$/,
  present: /^[人名]$/,
  elided: /^[人名]$/,
  vehicles: /^[辆台]$/,
}

/** … and of its vehicles. */
const ABOUT_VEHICLES = /资产|车辆|用车|三公/

/** Brackets that say how an office or its people are meant, 水利局(本级), 实有人员(不含离退休): no clause of their own. */
const withoutAsides = (text: string): string =>
  text.replaceAll(/\((本级|机关|局机关)\)/g, '$1').replaceAll(/\((?:不含离退?休[^()]*|含(?:本级|所属|下属)[^()]*)\)/g, '')

/** What stands before the last clause, and that clause: behind signs and the figure before. */
const CLAUSE = /^(.*[,;:。、!?()〔〕]|.*\d(?:[万亿]?元|人|名|个|辆|台|套|件|次|家|处|户)|)(?:其中)?(.*?)$/s

/** What stands before the last clause of a text, and that clause. */
function clauseOf(text: string): { readonly passed: string; readonly clause: string } {
  const [, passed = '', clause = ''] = CLAUSE.exec(withoutAsides(text)) ?? []
  return { passed, clause }
}

/** How parts of a number begin, right behind it. */
const PARTS = /^(?:[台套]|\(套\))*[,;]?(?:\(|:|其中|包括|包含|分别)/

const textOf = ({ before, text }: NarrativeJson): string => before + text

/** The number of its sentence, by its place, that one is a part of: it stands right before 其中 or a bracket that nothing closes. */
function wholeOf(facts: readonly NarrativeJson[], at: number): number | null {
  const { sentence, before } = facts[at] as NarrativeJson
  for (let earlier = at - 1; facts[earlier]?.sentence === sentence; earlier--) {
    const between = before.slice(textOf(facts[earlier] as NarrativeJson).length)
    const closed = /^[,;]?\(/.test(between) ? ')' : ';'
    if (PARTS.test(between) && !between.slice(1).includes(closed)) return earlier
  }
  return null
}

/** Whether a sentence speaks of no other time than the document does: of a budget the end of the year before, of accounts that of their year. */
function isOfYear({ before }: NarrativeJson, { fiscalYear, kind }: DocumentJson['document']): boolean {
  if (kind === 'final-accounts' && /截[至止]到?[上去]年/.test(before)) return false
  const [, year] = /^.*(20\d\d)年/.exec(before) ?? []
  if (year === undefined || fiscalYear === null) return true
  const back = fiscalYear - Number(year)
  return back === 0 || (back === 1 && kind !== 'final-accounts')
}

/** Whether posts are told as people and in kinds: 实有人员编制38人,其中:行政编制20人. */
const isInKinds = (facts: readonly NarrativeJson[], at: number): boolean =>
  at + 1 < facts.length && wholeOf(facts, at + 1) === at && /编制$/.test(facts[at + 1]?.label ?? '')

/** Whether people of posts are told beside those who serve, and are not they: 编制人员30人,在职人员28人. */
function isBesideStaff(facts: readonly NarrativeJson[], at: number): boolean {
  const fact = facts[at] as NarrativeJson
  const next = facts[at + 1]
  if (next?.sentence !== fact.sentence || wholeOf(facts, at + 1) === at) return false
  const behind = countedIn(clauseOf(next.before).clause)
  return behind?.before === '' && (isOfPeople(behind.counted) || behind.counted === 'elided')
}

/** Whether a number is told right behind posts and their kinds: 编制36名,其中行政编制20名,实有33人. */
function isBehindPosts(told: readonly Told[], { sentence }: NarrativeJson): boolean {
  const own = told.filter(({ fact }) => fact.sentence === sentence)
  const posts = own.findLastIndex(({ counted }) => counted === 'posts')
  return posts >= 0 && own.slice(posts).every(({ fact }) => /编制/.test(fact.label))
}

/** What the last clause before a number counts as a whole; null for a kind (行政编制) or an act (购置车辆), and where it needs what the numbers beside it do not bear out. */
function countedOf(facts: readonly NarrativeJson[], at: number, { office, told }: Known): ReturnType<typeof countedIn> {
  const fact = facts[at] as NarrativeJson
  const read = countedIn(clauseOf(fact.before).clause)
  if (read === null || !UNITS[read.counted].test(fact.unit)) return null
  const { owner, isNamed } = ownerOf(read.before, office)
  if (owner === 'other' && !isNamed) return null
  if (read.counted === 'filled-posts') return isInKinds(facts, at) ? { ...read, counted: 'posts' } : null
  if (read.counted === 'people-of-posts') return isBesideStaff(facts, at) ? { ...read, counted: 'posts' } : null
  if (read.counted !== 'elided') return read
  return isBehindPosts(told, fact) ? { ...read, counted: 'present' } : null
}

/** The office, and the numbers told before. */
interface Known {
  readonly office: Office
  readonly told: readonly Told[]
}

/** Whose a number is: as its own words say, else as those since the number before, else as that one. */
function ownerAt(fact: NarrativeJson, read: ReturnType<typeof countedIn>, { office, told }: Known): Owner {
  const last = told.at(-1)
  const { passed, clause } = clauseOf(fact.before)
  const named = read === null ? null : ownerOf(read.before, office).owner
  if (named !== null) return named
  const since = last?.fact.sentence === fact.sentence ? withoutAsides(textOf(last.fact)).length : 0
  // 下属2个事业单位 is told around its figure; of none nothing is told.
  const unread = `${clause},${fact.value === '0' ? '' : fact.subject},`
  const spoken = spokenOf(passed.slice(since) + (read === null ? unread : ''), office)
  return spoken ?? (last !== undefined && fact.sentence - last.fact.sentence <= 1 ? last.owner : null)
}

/** All numbers of the sentences of a document, with what they count and whose they are. */
function toldIn(facts: readonly NarrativeJson[], office: Office): readonly Told[] {
  const told: Told[] = []
  for (const [at, fact] of facts.entries()) {
    const known = { office, told }
    const read = countedOf(facts, at, known)
    told.push({ fact, counted: read?.counted ?? null, owner: ownerAt(fact, read, known), whole: wholeOf(facts, at) })
  }
  return told
}

const isOfPeople = (counted: Counted | null | undefined): boolean => counted === 'serving' || counted === 'present'

/** Whether a number is a part of one that counts the same: those in service are told as a part of all that are there, and nothing else is. */
function isPart({ counted, whole }: Told, told: readonly Told[]): boolean {
  const of = whole === null ? null : told[whole]?.counted
  return of === counted || (counted === 'present' && of === 'serving')
}

/** Whether a number is of the document's office and of its time, by its own words or by the heading it stands under. */
function isOwn({ fact, counted, owner }: Told, document: DocumentJson): boolean {
  const about = counted === 'vehicles' ? ABOUT_VEHICLES : ABOUT_PEOPLE
  // A sentence with a number of its own is its own last heading.
  const heading = fact.section.split(' > ').findLast(name => !fact.before.startsWith(name)) ?? ''
  const isSaid = owner === 'own' || (owner === null && about.test(heading))
  return isSaid && fact.direction === null && !fact.aside && isOfYear(fact, document.document)
}

/** What the sentences of a document count of its office as a whole. */
function countsOfSentences(document: DocumentJson): Count[] {
  const facts = document.narrative.filter(({ kind }) => kind === 'count')
  const office = officeOf(document)
  const told = toldIn(facts, office)
  const inKinds = postsInKinds(facts, office).filter(({ first }) =>
    isOwn({ ...(told[first] as Told), counted: 'posts' }, document),
  )
  const whole = told.flatMap((one, at) => {
    const { counted, fact } = one
    if (counted === null || isPart(one, told) || !isOwn(one, document)) return []
    const retired = told.filter(({ whole, fact: part }) => whole === at && RETIRED.test(part.label))
    return { counted, value: Number(fact.value), page: fact.page, retired: sum(retired.map(part => Number(part.fact.value))) }
  })
  return [...whole, ...inKinds]
}

/** That a sentence says the office has no vehicle. */
function noVehicles(document: DocumentJson): Count[] {
  const office = officeOf(document)
  return document.narrative.flatMap(fact => {
    if (fact.kind !== 'statement' || fact.label !== NIL_VEHICLES) return []
    const before = fact.before.slice(0, fact.before.indexOf(fact.text))
    const { passed, clause } = clauseOf(before)
    const owner = ownerOf(clause, office).owner ?? spokenOf(passed, office)
    const told: Told = { fact: { ...fact, before }, counted: 'vehicles', owner, whole: null }
    return isOwn(told, document) ? [{ counted: 'vehicles', value: 0, page: fact.page, retired: 0 }] : []
  })
}

/** The one number that all tell; null where they tell several, or none does. */
const oneOf = (counts: readonly Count[]): Count | null =>
  counts.every(({ value }) => value === counts[0]?.value) ? (counts[0] ?? null) : null

/** People in service: those told as such, where all that are there are no others but the retired among them; else all that are there, where nobody retired is among them. */
function staffOf(counts: readonly Count[]): Count | null {
  const present = counts.filter(({ counted }) => counted === 'present')
  const serving = counts.filter(({ counted }) => counted === 'serving')
  if (serving.length === 0) return present.some(({ retired }) => retired > 0) ? null : oneOf(present)
  const one = oneOf(serving)
  const isBorneOut = ({ value, retired }: Count): boolean => value === one?.value || value - retired === one?.value
  return present.every(isBorneOut) ? one : null
}

/** The numbers of the panel: what sentences and tables count of the office as a whole, where all of them say one number. */
export function countsOf(document: DocumentJson): Row {
  const counts = [...countsOfSentences(document), ...noVehicles(document), ...countsOfTables(document)]
  const of = (wanted: Counted): Count | null => oneOf(counts.filter(({ counted }) => counted === wanted))
  const found = { vehicles: of('vehicles'), posts: of('posts'), staff: staffOf(counts.filter(one => isOfPeople(one.counted))) }
  return Object.assign({}, ...Object.entries(found).map(([name, count]) => onPage(name, count?.value, count?.page)))
}
