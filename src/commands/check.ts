import { BudgetError } from '../errors.ts'
import { recheckDocument } from '../pipeline.ts'
import { checkRows } from '../write/checks.ts'
import type { DocumentJson } from '../write/document.ts'
import { countsOf, type Language, WORDS } from '../write/reconciliation.ts'
import { claimLines, reconciliationHtml, reconciliationLines, reconciliationMarkdown } from '../write/reconciliation-text.ts'
import { yuanText } from '../write/relation.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings } from './command.ts'
import { type Extracted, extractedDocuments } from './documents.ts'

/** Amounts in 分 are written in 元. */
const inYuan = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? yuanText(value) : value)

type Format = 'text' | 'md' | 'html'

/** What is told of an archive, in this order. */
const TOLD = ['tried', 'holds', 'rounding', 'published', 'suspect', 'unexplained'] as const

/** How an archive came out, counted over its documents. */
type Totals = Record<'documents' | (typeof TOLD)[number], number>

function add(totals: Totals, { checks }: DocumentJson): void {
  const counts = countsOf(checks)
  totals.documents += 1
  for (const name of TOLD) totals[name] += counts[name]
}

/** Where the rest is. */
const HINT: Readonly<Record<Language, string>> = {
  zh: '某一份的全部核对：yusuan check <结果>/<名称>；每一份的：--full',
  en: 'all of one document: yusuan check <results>/<name>; of every one: --full',
}

function totalLines(totals: Totals, language: Language): string {
  const words = WORDS[language]
  const counts = TOLD.map(name => `${words[name]} ${totals[name]}`)
  return `${[`${totals.documents} ${words.documents}`, ...counts].join(' · ')}\n${HINT[language]}\n`
}

/** What was asked for, read from the command line. */
interface Asked {
  readonly format: Format
  readonly language: Language
  /** The whole sheet of every document. */
  readonly isFull: boolean
  readonly isJson: boolean
}

function askedOf({ values, flags }: Arguments): Asked {
  const format = values.get('format') ?? 'text'
  const language = values.get('language') ?? 'zh'
  if (format !== 'text' && format !== 'md' && format !== 'html')
    throw new BudgetError('usage', `no format ${format}; text, md or html`)
  if (language !== 'zh' && language !== 'en') throw new BudgetError('usage', `no language ${language}; zh or en`)
  return { format, language, isFull: flags.has('full'), isJson: flags.has('json') }
}

/** A document as it is printed whole. */
function whole({ name, document }: Pick<Extracted, 'name' | 'document'>, { format, language, isJson }: Asked): string {
  if (isJson)
    return checkRows({ name, document })
      .map(row => `${JSON.stringify(row, inYuan)}\n`)
      .join('')
  if (format === 'md') return reconciliationMarkdown(document)
  if (format === 'html') return reconciliationHtml(document)
  return `${name}\n${reconciliationLines(document, language).join('\n')}\n\n`
}

/** A document among many: what of it has to be known. */
function brief({ name, document }: Pick<Extracted, 'name' | 'document'>, { language }: Asked): string {
  const lines = claimLines(document, language)
  const { department, fiscalYear } = document.document
  const head = [name, department, fiscalYear].filter(part => part !== null).join(' · ')
  return lines.length === 0 ? '' : `${head}\n${lines.join('\n')}\n\n`
}

async function run(args: Arguments, { cwd, print }: Surroundings): Promise<number> {
  const out = resultsFolder(args, cwd)
  const asked = askedOf(args)
  const isBrief = asked.format === 'text' && !asked.isFull && !asked.isJson
  const totals: Totals = { documents: 0, tried: 0, holds: 0, rounding: 0, published: 0, suspect: 0, unexplained: 0 }
  // A document that is alone is printed whole: whether it is, is known at the end.
  let alone: Pick<Extracted, 'name' | 'document'> | null = null
  for await (const { name, document: written } of extractedDocuments(out)) {
    const one = { name, document: recheckDocument(written) }
    add(totals, one.document)
    if (!isBrief) print(whole(one, asked))
    else if (totals.documents > 1) print((alone ? brief(alone, asked) : '') + brief(one, asked))
    alone = totals.documents === 1 ? one : null
  }
  if (isBrief) print(alone ? whole(alone, asked) : totalLines(totals, asked.language))
  return args.flags.has('strict') && totals.published + totals.suspect > 0 ? EXIT.identitiesFail : EXIT.done
}

/** What contradicts itself in an archive, in a sentence each; of one document the whole sheet: every identity, both sides, who is at fault. */
export const command: Command = {
  usage: '<output or PDF> [--format text|md|html] [--language zh|en] [--full] [--strict]',
  options: {
    format: { type: 'string', value: 'FORMAT', help: 'text (the default), md or html' },
    language: { type: 'string', value: 'zh|en', help: 'language of the text (zh)' },
    full: { type: 'boolean', help: 'print the whole sheet of every document of an archive' },
    json: { type: 'boolean', help: 'print one check a line as JSON' },
    strict: { type: 'boolean', help: 'exit with 4 when an identity is broken' },
  },
  run,
}
