import { BudgetError } from '../errors.ts'
import { recheckDocument } from '../pipeline.ts'
import { checkRows } from '../write/checks.ts'
import { countsOf } from '../write/reconciliation.ts'
import { reconciliationHtml, reconciliationLines, reconciliationMarkdown } from '../write/reconciliation-text.ts'
import { yuanText } from '../write/relation.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings } from './command.ts'
import { extractedDocuments } from './documents.ts'

/** Amounts in 分 are written in 元. */
const inYuan = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? yuanText(value) : value)

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { values, flags } = args
  const { print } = surroundings
  const out = resultsFolder(args, surroundings)
  const format = values.get('format') ?? 'text'
  const language = values.get('language') ?? 'zh'
  if (!/^(?:text|md|html)$/.test(format)) throw new BudgetError('usage', `no format ${format}; text, md or html`)
  if (language !== 'zh' && language !== 'en') throw new BudgetError('usage', `no language ${language}; zh or en`)
  let broken = 0
  for await (const { name, document: written } of extractedDocuments(out)) {
    const document = recheckDocument(written)
    const { published, suspect } = countsOf(document.checks)
    broken += published + suspect
    if (flags.has('json')) for (const row of checkRows({ name, document })) print(`${JSON.stringify(row, inYuan)}\n`)
    else if (format === 'md') print(reconciliationMarkdown(document))
    else if (format === 'html') print(reconciliationHtml(document))
    else print(`${name}\n${reconciliationLines(document, language).join('\n')}\n\n`)
  }
  return flags.has('strict') && broken > 0 ? EXIT.identitiesFail : EXIT.done
}

/** The reconciliation sheet: every accounting identity, both sides, who is at fault. */
export const check: Command = {
  usage: '<output or PDF> [--format text|md|html] [--language zh|en] [--strict]',
  options: {
    format: { type: 'string', value: 'FORMAT', help: 'text (the default), md or html' },
    language: { type: 'string', value: 'zh|en', help: 'language of the text (zh)' },
    json: { type: 'boolean', help: 'print one check a line as JSON' },
    strict: { type: 'boolean', help: 'exit with 4 when an identity is broken' },
  },
  run,
}
