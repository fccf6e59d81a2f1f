import { DOUBTFUL } from '../../evidence.ts'
import type { CellJson } from './document.ts'

/** Whether a person should look at a cell: it was not read for sure, nobody compared it with its page, and no relation vouches for it. */
export const isDoubtful = ({ confidence, source, vouchedBy }: CellJson): boolean =>
  confidence < DOUBTFUL && source !== 'reviewed' && vouchedBy === undefined
