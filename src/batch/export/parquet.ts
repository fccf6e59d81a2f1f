import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ParquetWriter } from 'hyparquet-writer'
import { optional } from '../../errors.ts'
import { parquetColumns, parquetSchema, partitionValue } from '../../write/formats/parquet.ts'
import type { ArchiveDocument, Relation, Row } from '../../write/relations/relation.ts'
import type { Sink } from './sink.ts'

/** Rows of a row group: large enough to compress and skip well, small enough to hold a few dozen partitions in memory. */
const ROW_GROUP = 20_000

interface Partition {
  readonly writer: ParquetWriter
  readonly relation: Relation
  rows: Row[]
}

/** Folders of Hive partitions: `<relation>/kind=budget/year=2026/data.parquet`. */
const partitionOf = ({ document: { document } }: ArchiveDocument): string =>
  join(`kind=${partitionValue(document.kind)}`, `year=${partitionValue(document.fiscalYear)}`)

/** Parquet files in `folder`, one a relation, kind and year, written row group by row group. */
export async function parquetSink(folder: string): Promise<Sink> {
  const { fileWriter, ParquetWriter } = await optional('parquet', 'hyparquet-writer', () => import('hyparquet-writer'))
  const partitions = new Map<string, Partition>()
  const open = (relation: Relation, place: string): Partition => {
    const home = join(folder, relation.name, place)
    mkdirSync(home, { recursive: true })
    const writer = new ParquetWriter({ writer: fileWriter(join(home, 'data.parquet')), schema: parquetSchema(relation) })
    return { writer, relation, rows: [] }
  }
  const flush = async (partition: Partition): Promise<void> => {
    const { writer, relation, rows } = partition
    partition.rows = []
    await writer.write({ columnData: parquetColumns(relation, rows), rowGroupSize: ROW_GROUP })
  }
  return {
    add: async (document, parts) => {
      for (const { relation, rows } of parts) {
        if (rows.length === 0) continue
        const place = partitionOf(document)
        const key = join(relation.name, place)
        const partition = partitions.get(key) ?? open(relation, place)
        partitions.set(key, partition)
        for (const row of rows) partition.rows.push(row)
        if (partition.rows.length >= ROW_GROUP) await flush(partition)
      }
    },
    close: async () => {
      for (const partition of partitions.values()) {
        if (partition.rows.length > 0) await flush(partition)
        await partition.writer.finish()
      }
    },
  }
}
