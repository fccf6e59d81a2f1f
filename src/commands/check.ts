import { BudgetError } from '../errors.ts'
import { recheckDocument } from '../pipeline.ts'
import type { DocumentJson } from '../write/document/document.ts'
import { claimsOf, claimsText, countsOf, type Language, WORDS } from '../write/document/reconciliation.ts'
import {
  claimLines,
  reconciliationHtml,
  reconciliationLines,
  reconciliationMarkdown,
} from '../write/document/reconciliation-text.ts'
import { checkRows } from '../write/relations/checks.ts'
import { yuanText } from '../write/relations/relation.ts'
import { DOCUMENT_OPTIONS } from './batch-options.ts'
import { type Arguments, type Command, EXIT, type Surroundings, TEXT_LANGUAGE, textLanguage } from './command.ts'
import { type Extracted, extractedDocuments, type Lost } from './documents.ts'

/** Amounts in 分 are written in 元. */
const inYuan = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? yuanText(value) : value)

/** What is told of an archive, in this order. */
const TOLD = ['tried', 'holds', 'rounding', 'published', 'suspect', 'unexplained'] as const

/** How an archive came out, counted over its documents. */
type Totals = Record<'documents' | 'claims' | (typeof TOLD)[number], number>

function add(totals: Totals, document: DocumentJson): void {
  const counts = countsOf(document.checks)
  totals.documents += 1
  totals.claims += claimsOf(document).length
  for (const name of TOLD) totals[name] += counts[name]
}

const HINT: Readonly<Record<Language, string>> = {
  zh: '某一份的全部核对：yusuan check <结果>/<名称>；每一份的：--full',
  en: 'all of one document: yusuan check <results>/<name>; of every one: --full',
}

/** Identities by how they came out, and the claims that those say which the document contradicts: one for several of one cause. */
const countWords = (counts: Omit<Totals, 'documents'>, language: Language): string =>
  TOLD.map(name => {
    const claims = name === 'published' ? ` (${claimsText(counts.claims, language)})` : ''
    return `${WORDS[language][name]} ${counts[name]}${claims}`
  }).join(' · ')

const totalLine = (totals: Totals, language: Language): string =>
  `${totals.documents} ${WORDS[language].documents} · ${countWords(totals, language)}\n`

/** What was asked for, read from the command line. */
interface Asked {
  readonly format: 'text' | 'md' | 'html'
  readonly language: Language
  readonly isFull: boolean
  readonly isJson: boolean
}

function askedOf(args: Arguments): Asked {
  const { values, flags } = args
  const format = values.get('format') ?? 'text'
  if (format !== 'text' && format !== 'md' && format !== 'html')
    throw new BudgetError('usage', `no format ${format}; text, md or html`)
  return { format, language: textLanguage(args), isFull: flags.has('full'), isJson: flags.has('json') }
}

function whole({ name, document }: Pick<Extracted, 'name' | 'document'>, { format, language, isJson }: Asked): string {
  if (isJson)
    return checkRows({ name, document })
      .map(row => `${JSON.stringify(row, inYuan)}\n`)
      .join('')
  if (format === 'md') return reconciliationMarkdown(document)
  if (format === 'html') return reconciliationHtml(document)
  return `${name}\n${reconciliationLines(document, language).join('\n')}\n\n`
}

/** A document among many: what of it has to be known; of one that was named and is nowhere else to be looked up, how it came out. */
function brief({ name, document, isNew }: Omit<Extracted, 'folder'>, { language }: Asked): string {
  const counts = isNew ? [`  ${countWords({ ...countsOf(document.checks), claims: claimsOf(document).length }, language)}`] : []
  const lines = [...counts, ...claimLines(document, language)]
  const { department, fiscalYear } = document.document
  const head = [name, department, fiscalYear].filter(part => part !== null).join(' · ')
  return lines.length === 0 ? '' : `${head}\n${lines.join('\n')}\n\n`
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { print } = surroundings
  const asked = askedOf(args)
  const isBrief = asked.format === 'text' && !asked.isFull && !asked.isJson
  const totals: Totals = { documents: 0, claims: 0, tried: 0, holds: 0, rounding: 0, published: 0, suspect: 0, unexplained: 0 }
  const lost: Lost[] = []
  // A document that is alone is printed whole: whether it is, is known at the end.
  let alone: Omit<Extracted, 'folder'> | null = null
  let isKept = false
  for await (const { name, document: written, isNew } of extractedDocuments(args, surroundings, { current: true, lost })) {
    const one = { name, isNew, document: recheckDocument(written) }
    add(totals, one.document)
    isKept ||= !isNew
    if (!isBrief) print(whole(one, asked))
    else if (totals.documents > 1) print((alone ? brief(alone, asked) : '') + brief(one, asked))
    alone = totals.documents === 1 ? one : null
  }
  if (isBrief && alone) print(lost.length === 0 ? whole(alone, asked) : brief(alone, asked))
  if (isBrief && totals.documents > 1) print(totalLine(totals, asked.language) + (isKept ? `${HINT[asked.language]}\n` : ''))
  if (args.flags.has('strict') && totals.published + totals.suspect > 0) return EXIT.identitiesFail
  return lost.length > 0 ? EXIT.someFailed : EXIT.done
}

/** What contradicts itself in an archive, in a sentence each; of one document the whole sheet: every identity, both sides, who is at fault. */
export const command: Command = {
  usage: '<output or PDF>... [--format text|md|html] [--language zh|en] [--full] [--strict]',
  options: {
    ...DOCUMENT_OPTIONS,
    format: { type: 'string', value: 'FORMAT', help: 'text (the default), md or html' },
    ...TEXT_LANGUAGE,
    full: { type: 'boolean', help: 'print the whole sheet of every document of an archive' },
    json: { type: 'boolean', help: 'print one check a line as JSON' },
    strict: { type: 'boolean', help: 'exit with 4 when an identity is broken' },
  },
  run,
}
