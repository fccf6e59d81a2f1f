import { type Decision, decide, type Hypothesis, type Observation, type Weights, weigh } from '../../evidence.ts'
import type { Table } from '../../table/table.ts'
import type { BudgetColumn } from '../dataset.ts'
import { type CoverSays, NO_OWNERS, type Owners, type Ownership, ownershipOf, ownersOf } from '../document/government.ts'
import { alikeness, headingTopics, normalTitle, type Topics, topicsOf } from '../document/title.ts'
import { accountIn } from '../document/title-words.ts'
import { plain } from '../label.ts'
import { labelKeys } from '../rows/rows.ts'
import { CATALOG } from './catalog.ts'
import type { CatalogEntry } from './entry.ts'

/** Titles at least this alike (bigrams shared) are one title with a slip or an addition. */
const ALIKE = 0.8
/** Titles this alike still count when every expected column is there. */
const ALIKE_WITH_COLUMNS = 0.68

/** A budget or an account. */
export type Account = CatalogEntry['account']

/** The kind of a table with the reasons; kind null when no standard table fits. */
export interface Identification {
  readonly kind: string | null
  /** Whether its title is that of the standard table, and not only like it. */
  readonly isExact: boolean
  readonly because: readonly string[]
  readonly decision: Decision
}

/** A standard table with its titles in the form they are compared in, and what they speak of. */
export interface KnownKind {
  readonly entry: CatalogEntry
  readonly titles: readonly string[]
  readonly topics: readonly string[]
}

/** Every standard table with its titles. */
export const KNOWN: readonly KnownKind[] = CATALOG.map(entry => {
  const titles = [entry.title.zh, ...(entry.aliases ?? [])].map(normalTitle)
  return { entry, titles, topics: [...new Set(titles.map(title => topicsOf(title).topics))] }
})

/** So many of the columns a table may have speak for it in full. */
const ENOUGH = 3
const signatureOf = (entry: CatalogEntry, columns: readonly BudgetColumn[]): number => {
  const keys = new Set(columns.flatMap(column => (column.key === null ? [] : [column.key])))
  const found = entry.expects.filter(key => keys.has(key)).length
  return entry.expects.length === 0 ? 0 : Math.min(1, found / Math.min(ENOUGH, entry.expects.length))
}

/** Whether the columns an entry needs are there; the only amounts of a table are its total, whatever their column is called (预算数). */
const hasNeeds = (entry: CatalogEntry, columns: readonly BudgetColumn[]): boolean => {
  const isOnly = columns.filter(({ role }) => role === 'amount').length === 1
  const isNeeded = (key: string, need: string): boolean =>
    key === need || key.startsWith(`${need}.`) || key.endsWith(`.${need}`)
  return entry.needs.every(
    need => (need === 'total' && isOnly) || columns.some(({ key }) => key !== null && isNeeded(key, need)),
  )
}

/** Log-odds of a title that speaks of the very same. */
const TITLE = 6.8

/**
 * Log-odds of what speaks for a standard table, counted (`npm run fit:kinds`) on the 1190 tables of the documents that may be
 * looked at whose title speaks of what a standard one does: how often each kind of evidence speaks for that table and how often
 * for another; likeness with the titles of the same words taken out of the list. The half that is only counted gives the same to
 * 0.5. The tables around name the account that a table names itself in 881 of 881; that is not trusted in full.
 */
const WEIGHTS: Weights = {
  title: { weight: TITLE, examples: 1190 },
  likeness: { weight: 4.1, examples: 1190 },
  account: { weight: 5.5, examples: 1190 },
  around: { weight: 4, examples: 881 },
  // Whether a whole government's money is meant decides between two tables of one title; no table of a department is taken for one.
  government: { weight: 4, examples: 1216 },
  columns: { weight: 1.8, examples: 1190 },
  needs: { weight: 2.2, examples: 1190 },
  number: { weight: 2.4, examples: 1190 },
  // Of tables that print a title under a heading of just a standard table (the half that may be looked at), all are that table.
  heading: { weight: 4.1, examples: 22 },
}

/** What a table is when no standard table comes nearer than this: a likeness must be backed by columns or the number. */
const UNKNOWN = 3.5

/** What a table shows of what it is. */
export interface Seen {
  /** In the form titles are compared in; '' where none is printed. */
  readonly title: string
  readonly topics: Topics
  /** What the heading of its section speaks of, where it prints no title, and what its rows are called then. */
  readonly heading: Topics
  readonly labels: readonly string[]
  readonly number: string | null
  readonly columns: readonly BudgetColumn[]
  /** The account its own words name, and what the tables around it say. */
  readonly account: Account | null
  readonly around: Around
  /** Whose money it tells. */
  readonly owner: Ownership
}

/** What the tables of a document say of each of them: the account that most name, and whose money is told. */
export interface Around {
  readonly account: Account | null
  readonly owners: Owners
}

const NOTHING_AROUND: Around = { account: null, owners: NO_OWNERS }

/** The account that a table names itself: its title, else all heads of columns that name one. */
export function accountOf({ title, heading, columns }: Pick<Table, 'title' | 'heading' | 'columns'>): Account | null {
  const [named, ...others] = new Set(columns.flatMap(({ path }) => path.flatMap(text => accountIn(text) ?? [])))
  return accountIn(title ?? heading ?? '') ?? (others.length === 0 ? (named ?? null) : null)
}

/** The account that most tables of a document name; null where as many name the other. */
export function accountAround(tables: readonly Table[]): Account | null {
  const finals = tables.filter(table => accountOf(table) === 'final-accounts').length
  const budgets = tables.filter(table => accountOf(table) === 'budget').length
  return finals === budgets ? null : finals > budgets ? 'final-accounts' : 'budget'
}

/** What says the year of a head: `2023年决算数`, `上年决算数`. */
const YEAR_OF_HEAD = /20\d\d(?=年)|[上去前]一?年/

/** The year's account where a table prints one beside the budget of the same year; an account of an earlier year stands in budgets. */
function accountBeside({ columns }: Pick<Table, 'columns'>): Account | null {
  const heads = columns.map(({ path }) => plain(path.join('')))
  const yearsOf = (account: Account) =>
    heads.filter(head => accountIn(head) === account).map(head => YEAR_OF_HEAD.exec(head)?.[0] ?? '')
  const [planned, spent] = [yearsOf('budget'), yearsOf('final-accounts')]
  return spent.some(year => planned.includes(year)) ? 'final-accounts' : null
}

const topicsOfEntries = (isGovernment: boolean): ReadonlySet<string> =>
  new Set(KNOWN.filter(({ entry }) => (entry.government !== undefined) === isGovernment).flatMap(({ topics }) => topics))
/** What only tables of governments, and what only those of departments speak of. */
const [OF_GOVERNMENTS, OF_DEPARTMENTS] = [topicsOfEntries(true), topicsOfEntries(false)]

const ONLY_GOVERNMENTS = (topics: string): boolean => OF_GOVERNMENTS.has(topics) && !OF_DEPARTMENTS.has(topics)
const ONLY_DEPARTMENTS = (topics: string): boolean => OF_DEPARTMENTS.has(topics) && !OF_GOVERNMENTS.has(topics)

/** What the tables of a document, and its cover, say of each of them; of an account where no table does, what its headings say, else what stands beside its budget. */
export const aroundOf = (tables: readonly Table[], cover: CoverSays = null, headed: Account | null = null): Around => ({
  account: accountAround(tables) ?? headed ?? tables.map(accountBeside).find(account => account !== null) ?? null,
  owners: ownersOf(tables, cover, { ofGovernments: ONLY_GOVERNMENTS, ofDepartments: ONLY_DEPARTMENTS }),
})

/** What a table shows of what it is; `around` is what the tables around it say. */
export const seenIn = (table: Table, columns: readonly BudgetColumn[], around: Around = NOTHING_AROUND): Seen => {
  const title = table.title === null ? '' : normalTitle(table.title)
  const owner = ownershipOf(table, around.owners)
  return {
    title,
    topics: topicsOf(title),
    heading: headingTopics(table),
    labels: table.heading === undefined ? [] : labelKeys(table),
    number: table.number,
    columns,
    account: accountOf(table),
    around,
    owner,
  }
}

/** Whether it speaks against an entry whose whole money a table is of: a government's or a department's, of all levels or its own. */
function isOfOthers({ entry, topics }: KnownKind, { owner }: Seen): boolean {
  if (entry.government === undefined) return owner.isGovernment && topics.some(topic => OF_GOVERNMENTS.has(topic))
  return !owner.isGovernment || (entry.government !== 'any' && (entry.government === 'own') !== owner.title.isOwn)
}

/** Whether words speak of just what a standard table is about, and of nothing else. */
const isWholly = (topics: readonly string[], said: Topics): boolean =>
  said.topics !== '' && said.rest === '' && topics.includes(said.topics)

/** Whether the rows of a table without a title are called what the columns of a standard table are, or that has none: a heading alone names no table. */
const isOfRows = ({ needs, expects }: CatalogEntry, { labels }: Seen): boolean =>
  needs.every(need => labels.includes(need)) && (expects.length === 0 || expects.some(key => labels.includes(key)))

/** What is seen for one standard table and against it, and whether its title says the same as one of that table or is like it. */
export function observationsOf(
  known: KnownKind,
  seen: Seen,
): { readonly isExact: boolean; readonly isPossible: boolean; readonly observations: readonly Observation[] } {
  const { entry, titles, topics } = known
  const { title, topics: mine, number, columns, account, around } = seen
  const likeness = title === '' ? 0 : Math.max(0, ...titles.map(other => alikeness(title, other)))
  const isEnding = entry.endings?.some(end => title.endsWith(normalTitle(end))) === true
  const isOther = (of: Account | null): boolean => of !== null && of !== entry.account
  const isAmongOthers = account === null && isOther(around.account ?? 'budget')
  const isSame = topics.includes(mine.topics)
  const isExact = !isOther(account) && (isEnding || isWholly(topics, mine))
  const fit = signatureOf(entry, columns)
  const alike = isSame && (likeness >= ALIKE || (likeness >= ALIKE_WITH_COLUMNS && fit === 1)) ? likeness : 0
  const isUnder = !isOther(account) && isWholly(topics, seen.heading) && (fit > 0 || isOfRows(entry, seen))
  const because = isExact ? `title ${entry.title.zh}` : `title like ${entry.title.zh} (${likeness.toFixed(2)})`
  const observations = [
    { name: 'title', strength: isExact ? 1 : 0, because },
    { name: 'heading', strength: isUnder ? 1 : 0, because: `under the heading ${entry.title.zh}` },
    { name: 'likeness', strength: isExact ? 0 : alike, because },
    { name: 'account', strength: isOther(account) ? -1 : 0, because: `title and heads of ${account}` },
    // Final accounts say 决算 in their titles or heads; where nothing names an account it is a budget.
    { name: 'around', strength: isAmongOthers ? -1 : 0, because: `among tables of ${around.account ?? 'no account'}` },
    {
      name: 'government',
      strength: isOfOthers(known, seen) ? -seen.owner.certainty : 0,
      because: `whose money it is: ${seen.owner.because}`,
    },
    { name: 'columns', strength: fit, because: `columns ${fit.toFixed(2)}` },
    {
      name: 'needs',
      strength: hasNeeds(entry, columns) || isOfRows(entry, seen) ? 0 : -1,
      because: `no column ${entry.needs.join(', ')}`,
    },
    { name: 'number', strength: number !== null && entry.numbers.includes(number) ? 1 : 0, because: `number ${number}` },
  ]
  return { isExact, isPossible: isExact || isUnder || alike > 0, observations }
}

function hypothesisOf(known: KnownKind, seen: Seen): Hypothesis<Choice> {
  const { entry } = known
  const { isExact, isPossible, observations } = observationsOf(known, seen)
  const evidence = weigh(observations, WEIGHTS)
  return {
    choice: { kind: entry.id, isExact, because: evidence.filter(({ weight }) => weight > 0).map(one => one.because) },
    label: entry.title.zh,
    evidence: isPossible ? evidence : [...evidence, { name: 'title', weight: -TITLE, because: 'another title' }],
  }
}

type Choice = Omit<Identification, 'decision'>

/**
 * The standard table a table is: what its title speaks of, its columns, its printed number and the account are weighed against
 * the others and against its being none; a title alone like a known one wants columns that fit. `around` is what the tables
 * around it say.
 */
export function identify(table: Table, columns: readonly BudgetColumn[], around: Around = NOTHING_AROUND): Identification {
  const seen = seenIn(table, columns, around)
  const none: Hypothesis<Choice> = {
    choice: { kind: null, isExact: false, because: [] },
    label: 'no standard table',
    evidence: [{ name: 'prior', weight: UNKNOWN, because: 'tables of every kind are printed' }],
  }
  const possible = seen.owner.isGovernment ? KNOWN : KNOWN.filter(({ entry }) => entry.government === undefined)
  const all = possible.map(known => hypothesisOf(known, seen))
  // A title that is the very one of a standard table is not like that of another.
  const exact = all.filter(({ choice }) => choice.isExact)
  const { choice, decision } = decide('kind of table', [...(exact.length > 0 ? exact : all), none])
  return { ...choice, decision }
}
