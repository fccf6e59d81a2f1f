import type { Knobs } from './knobs.ts'

/** A table of 40 rows: long enough to run over a page of most papers. */
export const PRINTED = { seed: 11, tables: 2, rows: 40, columns: 4 } as const

/** Ways to print one document that change nothing of its tables. */
export const WAYS: Readonly<Record<string, Partial<Knobs>>> = {
  'a large page': { paper: 'A3 landscape', size: '7' },
  'header on each page': { paper: 'A4 landscape' },
  'header once': { headerRepeat: 'none' },
  'title again': { continued: 'title' },
  'title with （续）': { continued: '（续）' },
  'an upright page': { paper: 'A4', size: '7', pageNumber: '- 3 -' },
  'lying in the file': { rotate: '90', prose: 'yes' },
  'lines between rows': { ruling: 'horizontal' },
  'no lines': { ruling: 'none', headerFill: 'grey' },
  stripes: { ruling: 'zebra', digits: 'Helvetica' },
  'boxes on black': { ruling: 'white boxes', size: '10.5' },
  'a running head': { runningHead: 'yes', continued: '续表' },
  'uneven columns': { shift: 'columns', blankPage: 'yes' },
}

/** Ways in which the tables come out otherwise today. */
export const DIFFER_TODAY: readonly string[] = ['no lines', 'stripes']
