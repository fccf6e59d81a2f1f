import { decide, type Weights } from '../../evidence.ts'
import type { BudgetTable } from '../dataset.ts'
import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'
import { coverOf } from './cover.ts'
import { evidenceFor, type Mention } from './mentions.ts'
import { isPlaced, maybeShort, officeIn, officeOfTitle, officesOfSentence } from './office-names.ts'
import { officeOfOwnTitle } from './own-title.ts'
import { withPlace } from './short-names.ts'

/** A longer line is no title. */
const TITLE = 50
/** A line printed on this many pages is a running head. */
const RUNNING = 3

/** Two names that have as much for them are none. */
const LIKELY = 0.55

/** Where a document names its department. */
type Place = 'cover' | 'declaration' | 'title' | 'running head' | 'table title' | 'unit row' | 'sentence' | 'file name'

/**
 * Log-odds that a place which names an office names that of the document: on the documents that may be looked at, how often it
 * agrees with all other places together (of 87 covers all, of 59 file names 40). What such documents rarely print is set by hand.
 */
const WEIGHTS: Weights = {
  cover: { weight: 4.5, examples: 87 },
  declaration: { weight: 4.3, examples: 73 },
  title: { weight: 4.4, examples: 79 },
  'running head': { weight: 4.1, examples: 60 },
  'table title': { weight: 2, examples: 0 },
  'unit row': { weight: 2.2, examples: 39 },
  sentence: { weight: 4.3, examples: 70 },
  'file name': { weight: 0.7, examples: 59 },
}
/** Log-odds of no name: more than a file name has, which alone names nothing. */
const UNNAMED = 1
type Naming = Mention<Place, string>

const at = (place: Place, names: readonly (string | null)[]): Naming[] =>
  names.flatMap(value => (value === null ? [] : [{ place, value }]))

/** Short lines that stand on several pages. */
function runningHeads(paragraphs: readonly Paragraph[]): string[] {
  const short = paragraphs.filter(({ text }) => text.length < TITLE)
  return [...Map.groupBy(short, ({ text }) => text)].flatMap(([text, all]) =>
    new Set(all.map(({ characters }) => characters[0]?.page)).size >= RUNNING ? [text] : [],
  )
}

/** What lines that say what a document is name. */
const OF_DOCUMENT = /预算|决算|部门|单位|三公经费|财务收支/

/** Short lines that say what the document is, with the line over one that names no office: 某镇人民政府 over 2020年部门预算编制说明. */
function titlesOf(paragraphs: readonly Paragraph[]): string[] {
  const lines = paragraphs.map(({ text }) => plain(text)).map(text => (text.length < TITLE ? text : ''))
  return lines.flatMap((text, at) => {
    if (OF_DOCUMENT.test(text)) return [text]
    const next = lines[at + 1] ?? ''
    return text !== '' && /(?:部门|单位)(?:预算|决算)/.test(next) && officeOfTitle(next) === null ? [text] : []
  })
}

/** The label of the office in a form of the goals of a whole department. */
const OF_FORM = /^(?:预算|填报)?部门(?:\(单位\))?(?:名称)?$/

/** What a table declares its office to be: in its caption, or in the form that it is. */
const declared = ({ kind, table }: BudgetTable): string[] => [
  ...(table.department === null ? [] : [table.department]),
  ...(kind?.endsWith('.perf_dept') ? (table.form?.fields ?? []) : []).flatMap(({ path, value }) =>
    OF_FORM.test(plain(path.at(-1) ?? '')) ? [value] : [],
  ),
]

/** Finds the name of an office in the words of a place that announces it. */
type Find = (words: string) => string | null

/** What a document is read from to find its office. */
interface Read {
  readonly tables: readonly BudgetTable[]
  readonly paragraphs: readonly Paragraph[]
  readonly file: string
}

/** All places of a document that name an office it may be of. */
function mentionsOf({ tables, paragraphs, file }: Read, announced: Find): Naming[] {
  const cover = coverOf(paragraphs)
  const titles = titlesOf(paragraphs)
  const units = tables.flatMap(({ lines }) => lines.filter(({ role }) => role === 'unit').map(({ name }) => officeIn(name)))
  const titled = (title: string): string | null => officeOfTitle(title, announced)
  return [
    ...at('cover', [cover === null ? null : titled(cover)]),
    ...at('declaration', tables.flatMap(declared).map(announced)),
    ...at('title', titles.map(titled)),
    ...at('running head', runningHeads(paragraphs).map(titled)),
    ...at(
      'table title',
      tables.map(({ table }) => (table.title === null ? null : officeOfTitle(table.title))),
    ),
    ...at('unit row', units),
    ...at(
      'sentence',
      paragraphs.filter(({ text }) => text.length >= TITLE / 2).flatMap(({ text }) => officesOfSentence(plain(text))),
    ),
    ...at('file name', [officeOfTitle(file.replace(/\.[a-z]+$/i, ''))]).filter(({ value }) => isPlaced(value)),
  ]
}

/** A name is also that of one that has its place in front: 政协办公厅 is 江苏省政协办公厅 where both are read. */
function inFull(mentions: readonly Naming[]): Naming[] {
  const names = [...new Set(mentions.flatMap(({ place, value }) => (place === 'file name' ? [] : [value])))]
  const isFull = (name: string, short: string): boolean =>
    name.endsWith(short) && isPlaced(name) && !isPlaced(short) && isPlaced(name.slice(0, -short.length))
  return mentions.map(mention => ({ ...mention, value: names.find(name => isFull(name, mention.value)) ?? mention.value }))
}

/** The name that the places of a document agree on; null where nothing names one well enough. */
function voted(read: Read, announced: Find): string | null {
  const mentions = inFull(mentionsOf(read, announced))
  const names = [...new Set(mentions.map(({ value }) => value))]
  const { choice, decision } = decide<string | null>('department', [
    ...names.map(name => ({ choice: name, label: name, evidence: evidenceFor(name, mentions, WEIGHTS) })),
    { choice: null, label: 'not named', evidence: [{ name: 'prior', weight: UNNAMED, because: 'some documents name none' }] },
  ])
  return decision.margin < LIKELY ? null : choice
}

/**
 * The office a document is of, null where nothing names one well enough: the places that name one vote, those that announce it before
 * those that only mention it. Where none is named in full, a name that lacks that of its place has it from the text, else the title has the last word.
 */
export function departmentOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[], file: string): string | null {
  const completed = (words: string): string | null => {
    const name = maybeShort(words)
    return name === null ? null : withPlace(name, paragraphs)
  }
  const read = { tables, paragraphs, file }
  return voted(read, officeIn) ?? voted(read, completed) ?? officeOfOwnTitle(paragraphs)
}
