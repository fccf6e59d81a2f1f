import { resolve } from 'node:path'
import { readBytes, refuseAbsent } from '../batch/files.ts'
import type { DocumentOptions } from '../batch/outcome.ts'
import { readBudget } from '../budget/read-budget.ts'
import { evidenceOverlay, gridOverlay, pageOverlay, tableOverlay } from '../debug/overlay.ts'
import { BudgetError } from '../errors.ts'
import { gridEvidenceOf, gridsOf } from '../grid/grids.ts'
import { parsePages } from '../options.ts'
import type { Page } from '../page/page.ts'
import { pagesOf } from '../reading.ts'
import type { Table } from '../table/table.ts'
import { tablesOf } from '../table/tables.ts'
import { jsonText } from '../write/document/json.ts'
import { DOCUMENT_OPTIONS, documentOptions } from './batch-options.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { decisionLines, evidenceLines, gridLines, pageLines, tableLines } from './print-stage.ts'

/** A stage of one page in the three forms it can be shown in. */
interface View {
  readonly value: unknown
  readonly svg: () => string
  readonly lines: () => string[]
}

function gridView(page: Page, why: boolean): View {
  if (why) {
    const evidence = gridEvidenceOf(page)
    return { value: evidence, svg: () => evidenceOverlay(page, evidence), lines: () => evidenceLines(evidence) }
  }
  const grids = gridsOf(page)
  return { value: grids, svg: () => gridOverlay(page, grids), lines: () => gridLines(grids) }
}

/** A table is known only with all its pages, so the whole document is read. */
async function tableView(
  page: Page,
  bytes: Uint8Array,
  { why, ...options }: DocumentOptions & { readonly why: boolean },
): Promise<View> {
  const { pages } = await pagesOf(bytes, options)
  const { tables, text } = tablesOf(
    pages,
    pages.flatMap(one => gridsOf(one)),
  )
  const isHere = (table: Table): boolean => table.regions.some(region => region.page === page.page)
  const here = tables.filter(isHere)
  const meant = () => readBudget(tables, text).tables.filter(({ table }) => isHere(table))
  return {
    value: here,
    svg: () => tableOverlay(page, here),
    lines: () => (why ? decisionLines(meant(), page.page) : tableLines(here, page.page)),
  }
}

async function run({ positionals, values, flags }: Arguments, { cwd, print }: Surroundings): Promise<number> {
  const [file, ...more] = positionals
  const number = values.get('page')
  const why = flags.has('why')
  const stage = values.get('stage') ?? (why ? 'table' : 'grid')
  if (file === undefined || more.length > 0) throw new BudgetError('usage', 'one file, please')
  if (number === undefined) throw new BudgetError('usage', '--page N is missing')
  if (!/^(page|grid|table)$/.test(stage)) throw new BudgetError('usage', `no stage ${stage}; page, grid or table`)
  const wanted = parsePages(number)
  if (wanted.length !== 1) throw new BudgetError('usage', 'one page, please')
  const options = documentOptions({ values })
  const path = resolve(cwd, file)
  refuseAbsent(path)
  const bytes = readBytes(path)
  const [page] = (await pagesOf(bytes, { ...options, pages: wanted })).pages
  if (!page) throw new BudgetError('no-such-page', `no page ${number}`)
  const view =
    stage === 'page'
      ? { value: page, svg: () => pageOverlay(page), lines: () => pageLines(page) }
      : stage === 'grid'
        ? gridView(page, why)
        : await tableView(page, bytes, { ...options, why })
  if (flags.has('svg')) print(view.svg())
  else print(`${flags.has('json') ? jsonText(view.value) : view.lines().join('\n')}\n`)
  return EXIT.done
}

export const command: Command = {
  usage: '<file> --page N [--stage page|grid|table] [--why] [--svg]',
  options: {
    page: { type: 'string', value: 'N', help: 'page to look at' },
    stage: { type: 'string', value: 'STAGE', help: 'page (glyphs and rulings), grid (cells as drawn; the default) or table' },
    why: {
      type: 'boolean',
      help: 'show how the tables of the page came to be: decisions, evidence, margins; with --stage grid the edges, also those that were rejected',
    },
    svg: { type: 'boolean', help: 'draw it over the page as SVG, to stdout' },
    json: { type: 'boolean', help: 'print it as JSON' },
    password: { type: 'string', value: 'TEXT', help: 'password of an encrypted PDF' },
    engine: DOCUMENT_OPTIONS.engine,
  },
  run,
}
