import type { Listed } from './command.ts'

const listed = (name: string, summary: string, load: Listed['load']): Listed => ({ name, summary, load })

/** Every command, in the order of the help. */
export const COMMANDS: readonly Listed[] = [
  listed(
    'extract',
    'the main job: every PDF to document.json and one CSV a table',
    async () => (await import('./extract.ts')).extract,
  ),
  listed(
    'check',
    'try the accounting identities again and print what contradicts itself, of one document the whole reconciliation sheet',
    async () => (await import('./check.ts')).check,
  ),
  listed(
    'review',
    'look at the results beside the real pages, correct them, keep the corrections: a page on 127.0.0.1',
    async () => (await import('./review.ts')).review,
  ),
  listed(
    'correct',
    'replay the corrections of people on the results and try the identities again',
    async () => (await import('./correct.ts')).correct,
  ),
  listed(
    'report',
    'one self-contained HTML file: what does not add up, with the pieces of the pages that show it',
    async () => (await import('./report.ts')).report,
  ),
  listed(
    'sangong',
    'travel abroad, vehicles and hospitality (三公): both funds, what the narrative says, the difference, the pages',
    async () => (await import('./sangong.ts')).sangong,
  ),
  listed(
    'panel',
    'one row a department, year, kind and scope: income, expenditure, basic, project, personnel, public, 三公, with pages',
    async () => (await import('./panel.ts')).panel,
  ),
  listed('grids', 'print the grids of any PDF as drawn, page by page, as JSON', async () => (await import('./grids.ts')).grids),
  listed(
    'inspect',
    'show or draw what a stage sees on a page; the first tool when a table comes out wrong',
    async () => (await import('./inspect.ts')).inspect,
  ),
  listed(
    'export',
    'write a folder of results as one dataset: CSV, JSON lines, XLSX, Markdown, Parquet, DuckDB',
    async () => (await import('./export.ts')).exportCommand,
  ),
  listed(
    'compare',
    'two years of a department side by side, the largest changes first',
    async () => (await import('./compare.ts')).compare,
  ),
  listed(
    'coverage',
    'which departments and years an archive has, which tables are missing, empty or scanned',
    async () => (await import('./coverage.ts')).coverage,
  ),
  listed(
    'enqueue',
    'put documents into a PostgreSQL queue for any number of machines',
    async () => (await import('./enqueue.ts')).enqueueCommand,
  ),
  listed('work', 'take documents from a queue, extract them, store the results', async () => (await import('./work.ts')).work),
  listed(
    'status',
    'how a queue stands: waiting, done, rates, workers, failures',
    async () => (await import('./status.ts')).status,
  ),
  listed('completion', 'a script that completes commands and options in bash, zsh or fish', async () =>
    (await import('./completion.ts')).completionOf(COMMANDS),
  ),
]
