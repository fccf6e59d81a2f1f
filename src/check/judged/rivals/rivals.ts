import { otherAlignment } from './aligned.ts'
import { carriedOver, otherHeading, otherName, otherTable, repeatedCode } from './between.ts'
import { averageOfParts, lostColumn, oneColumnOver, otherColumn } from './columns.ts'
import { typedOver } from './corrected.ts'
import { displaced } from './displaced.ts'
import {
  lostFigure,
  lostRow,
  manyGaps,
  openEnd,
  otherFund,
  rowInHeader,
  rowsBelow,
  rowsOfOther,
  swappedDigits,
  unreadCell,
} from './elsewhere.ts'
import { mostlyApart, multipleOfWhole, nowhereNear, otherTree } from './nesting.ts'
import { cutNotRounded, displayPrecision, nearlyRounded, roundedUp } from './precision.ts'
import { partlyRead } from './reading.ts'
import type { Rival } from './rival.ts'
import { headWithoutFigure, oneRow, onlyPart, rowElsewhere, sameName, secretRows } from './rows.ts'
import { otherAmount, otherWhole, printedAll, unalike } from './sentences.ts'
import { oneInOtherUnit, tenThousand } from './units.ts'
import {
  allMoney,
  fromNothing,
  namedPart,
  nextYear,
  onlyWords,
  otherBasis,
  otherCost,
  otherMoney,
  otherProject,
  partedOtherwise,
  timesAsMuch,
  toldApart,
  toldTwice,
  unnamedPart,
} from './words.ts'

/** Every other explanation that is tried before a document is said to contradict itself; the first that fits is told. */
export const RIVALS: readonly Rival[] = [
  displayPrecision,
  typedOver,
  swappedDigits,
  tenThousand,
  oneInOtherUnit,
  unreadCell,
  manyGaps,
  mostlyApart,
  lostFigure,
  multipleOfWhole,
  headWithoutFigure,
  sameName,
  lostRow,
  rowInHeader,
  rowsBelow,
  otherFund,
  rowsOfOther,
  openEnd,
  secretRows,
  otherCost,
  otherProject,
  allMoney,
  displaced,
  otherAlignment,
  repeatedCode,
  rowElsewhere,
  oneRow,
  otherTree,
  nowhereNear,
  oneColumnOver,
  averageOfParts,
  onlyPart,
  otherColumn,
  lostColumn,
  carriedOver,
  otherName,
  otherHeading,
  otherTable,
  nextYear,
  onlyWords,
  namedPart,
  otherMoney,
  partedOtherwise,
  unnamedPart,
  toldTwice,
  fromNothing,
  partlyRead,
  otherAmount,
  otherWhole,
  unalike,
  printedAll,
  otherBasis,
  toldApart,
  cutNotRounded,
  roundedUp,
  nearlyRounded,
  timesAsMuch,
]
