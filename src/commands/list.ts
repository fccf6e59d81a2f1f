import type { Command, Listed } from './command.ts'

const listed = (name: string, summary: string, load: () => Promise<{ readonly command: Command }>): Listed => ({
  ...{ name, summary },
  load: async () => (await load()).command,
})

/** Every command, in the order of the help. */
export const COMMANDS: readonly Listed[] = [
  listed('extract', 'the main job: every PDF to document.json and one CSV a table', () => import('./extract.ts')),
  listed(
    'check',
    'try the accounting identities again and print what contradicts itself, of one document the whole reconciliation sheet',
    () => import('./check.ts'),
  ),
  listed(
    'review',
    'look at the results beside the real pages, correct them, keep the corrections: a page on 127.0.0.1',
    () => import('./review.ts'),
  ),
  listed(
    'correct',
    'replay the corrections of people on the results and try the identities again',
    () => import('./correct.ts'),
  ),
  listed(
    'report',
    'one self-contained HTML file: what does not add up, with the pieces of the pages that show it',
    () => import('./report.ts'),
  ),
  listed(
    'sangong',
    'travel abroad, vehicles and hospitality (三公): both funds, what the narrative says, the difference, the pages',
    () => import('./sangong.ts'),
  ),
  listed(
    'panel',
    'one row a department, year, kind and scope: income, expenditure, basic, project, personnel, public, 三公, 机关运行经费, 政府采购, with pages',
    () => import('./panel.ts'),
  ),
  listed('grids', 'print the grids of any PDF as drawn, page by page, as JSON', () => import('./grids.ts')),
  listed(
    'inspect',
    'show or draw what a stage sees on a page; the first tool when a table comes out wrong',
    () => import('./inspect.ts'),
  ),
  listed(
    'export',
    'write a folder of results as one dataset: CSV, JSON lines, XLSX, Markdown, Parquet, DuckDB',
    () => import('./export.ts'),
  ),
  listed('compare', 'two years of a department side by side, the largest changes first', () => import('./compare.ts')),
  listed(
    'coverage',
    'which departments and years an archive has, which tables are missing, empty or scanned',
    () => import('./coverage.ts'),
  ),
  listed('enqueue', 'put documents into a PostgreSQL queue for any number of machines', () => import('./enqueue.ts')),
  listed('work', 'take documents from a queue, extract them, store the results', () => import('./work.ts')),
  listed('status', 'how a queue stands: waiting, done, rates, workers, failures', () => import('./status.ts')),
  listed('completion', 'a script that completes commands and options in bash, zsh or fish', async () => ({
    command: (await import('./completion.ts')).completionOf(COMMANDS),
  })),
]
