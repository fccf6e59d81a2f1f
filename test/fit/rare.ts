import type { Knobs } from '../fuzz/knobs.ts'
import { type Layout, layoutFrom } from '../fuzz/layout.ts'
import { planOf } from '../fuzz/plans.ts'

/** Ways of printing that few layouts of the fuzzer show, so that what only they make seen rests on examples as well. */
const RARE: readonly Partial<Knobs>[] = [
  { pages: '2', remark: 'text', remarkWords: 'sentences', cutRow: 'text' },
  { pages: '3', remark: 'text', remarkWords: 'sentences', cutRow: 'none' },
  { pages: '2', remark: 'text', remarkWords: 'sentences', cutRow: 'text', labels: 'ordinal-name', headerRepeat: 'none' },
  { pages: '2', remark: 'text', cutRow: 'empty rest' },
  { pages: '2', cutRow: 'digits' },
  { pages: '3', labels: 'unit-project', cutMerge: 'first' },
  { pages: '3', labels: 'unit-project', cutMerge: 'second' },
  { pages: '3', labels: 'unit-project', cutMerge: 'middle' },
  { pages: '3', labels: 'unit-project', cutMerge: 'repeat' },
  { pages: '2', labels: 'unit-project', cutMerge: 'first', total: 'last', lastPage: 'total alone' },
  { pages: '2', labels: 'code-name', total: 'last', lastPage: 'total alone', headerRepeat: 'none' },
  { pages: '2', blankRows: '2', headerRepeat: 'none' },
  { pages: '2', parts: '2', partRows: 'own', headings: 'long' },
  { pages: '2', parts: '3', partRows: 'own', repeatLabels: 'no' },
  { pages: '2', parts: '3', partOrder: 'over then down', columnNumbers: '栏次' },
  { pages: '1', parts: '3', columnNumbers: '栏次', headerRepeat: 'last row' },
  { pages: '1', parts: '3', depth: '3', groupCut: 'letters', repeatLabels: 'no' },
  { pages: '1', parts: '3', depth: '2', groupCut: 'letters' },
  { pages: '1', parts: '5', depth: '2', groupCut: 'middle' },
  { pages: '1', parts: '5', depth: '3', groupCut: 'repeat', repeatLabels: 'no' },
  { pages: '1', parts: '5', depth: '2', groupCut: 'none', repeatLabels: 'no' },
  { pages: '2', parts: '2', lastPart: 'one column' },
]

/** What hides the lines between rows or columns hides what these layouts are for. */
const OPEN: Partial<Knobs> = { ruling: 'grid', flow: 'new page', rotate: '0' }

/** A layout that shows something rare; the seeds go round the ways of printing. */
export function rareLayoutOf(seed: number): Layout {
  const plan = planOf(seed)
  return layoutFrom({ ...plan, tables: 1, knobs: { ...plan.knobs, ...OPEN, ...RARE[seed % RARE.length] } })
}
