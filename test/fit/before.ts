import type { Before } from './logit.ts'

/**
 * What evidence weighs before any example: 1 where nothing is known, more where the way such documents are printed makes it
 * surer (one page holds whole tables, another name is another table, parts of a sheet have equal rows). Evidence that no
 * example speaks of keeps this weight, and the table of weights says that it rests on none.
 */
const ADJACENT = {
  apart: 4,
  'on-one-page': 4,
  'text-between': 2,
  'prose-between': 10,
  'same-name': 3,
  'other-name': 8,
  nameless: 1,
  'other-line': 3,
  'continued-mark': 2,
  'other-department': 10,
  'room-left': 1,
}

/** How a page goes on from the one before. */
export const JOINS: Before = {
  begin: { 'parts-unequal': 2 },
  down: {
    'before-looking': -1,
    ...ADJACENT,
    'same-columns': 2,
    'form-columns': 1,
    'form-band': 3,
    'row-borders': 2,
    'header-repeated': 2,
    'one-of-series': 4,
    'own-header': 2,
    'no-header': 2,
    'form-begins-again': 4.5,
    'form-of-another': 3,
    'total-again': 1,
    'total-alone': 2,
    'total-proved': 3,
    'row-numbers': 3,
    'codes-go-on': 1,
    'row-kinds': 1,
    'same-rows': 4,
  },
  beside: {
    'before-looking': -2,
    ...ADJACENT,
    'same-rows': 4,
    'same-edges': 1,
    'other-columns': 2,
    'labels-repeated': 2,
    unlabelled: 2,
    'own-labels': 3,
    'labels-within': 8,
    'column-numbers': 3,
    'group-cut': 1,
    'header-forced': 10,
  },
}

/** Whether a page break cut a row, or a merged cell, and the border between two parts a title. Most breaks cut neither; a mark of its own entry, or a total, ends both. */
export const CUTS: Before = {
  row: {
    'before-looking': -3,
    'amounts-blank': 2,
    'digits-go-on': 4,
    'words-go-on': 2,
    'own-entry': 3,
    'blank-and-low': 4,
    'columns-lost': 3,
    'label-lost': 2,
    'form-label-lost': 2,
    'sentence-goes-on': 2,
  },
  cell: {
    'before-looking': -1,
    'same-label': 2,
    'label-goes-on': 2,
    'other-label': 2,
    'known-whole': 3,
    'known-parts': 3,
    'begins-alike': 1,
    'ends-alike': 1,
    'blank-half': 2,
    'over-rows': 1,
    'groups-rows': 1,
    'record-differs': 4,
    'record-goes-on': 1,
    'total-row': 4,
  },
  title: {
    'before-looking': -1,
    'title-blank-or-again': 4,
    'title-known': 3,
    'title-names-again': 2,
    'title-towards-cut': 3,
  },
}

/** How deep a header is: most grids have one, its rows are words over amounts, and one amount, sentence or divided group is enough against a depth. */
export const HEADERS: Before = {
  none: { 'begins-like-body': 1, 'again-below': 5 },
  rows: {
    'before-looking': 1,
    'columns-untitled': 8,
    'blank-in-last-row': 4,
    'amounts-in-header': 4,
    'content-in-header': 3,
    'group-divided': 2,
    'words-below-words': 2,
    'column-numbers': 3,
    'words-over-amounts': 2,
    'words-below': 2,
    'form-below': 2,
    'prose-across': 3,
    'nothing-below': 4,
    'again-below': 5,
    'rows-beside': 3,
    'labels-beside': 3,
    'numbers-beside': 8,
    'depth-beside': 1,
    'rows-alike': 1,
    'last-unlike-body': 2,
  },
}

/** An area without a lattice is mostly running text. Charts and lists of contents are few among the examples and plain to see. */
export const AREAS: Before = {
  table: {
    'before-looking': -3,
    'in-columns': 1,
    'columns-of-amounts': 1,
    'figures-formatted': 1,
    'figures-aligned': 1,
    'names-above': 1,
    'each-column-filled': 1,
    'places-filled': 1,
    'many-rows': 1,
    'rules-between-rows': 1,
    'rules-of-cells': 2,
  },
  none: {
    scale: 4,
    'figures-ragged': 4,
    'texts-across': 2,
    'narrow-gutter': 1,
    'no-amounts': 1,
    'two-columns': 1,
  },
}
