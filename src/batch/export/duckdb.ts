import type { DuckDBAppender } from '@duckdb/node-api'
import { optional } from '../../errors.ts'
import { appendValue, comments, createTable } from '../../write/formats/duckdb.ts'
import { VIEWS } from '../../write/formats/duckdb-views.ts'
import { DATASET } from '../../write/relations/dataset.ts'
import type { Sink } from './sink.ts'

/** One DuckDB file with a table a relation, its comments, and views for the usual questions. */
export async function duckdbSink(file: string): Promise<Sink> {
  const { DuckDBInstance, DuckDBDecimalValue } = await optional('duckdb', '@duckdb/node-api', () => import('@duckdb/node-api'))
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  const appenders = new Map<string, DuckDBAppender>()
  for (const { relation } of DATASET) {
    await connection.run(createTable(relation))
    for (const comment of comments(relation)) await connection.run(comment)
  }
  for (const { relation } of DATASET) appenders.set(relation.name, await connection.createAppender(relation.name))
  for (const view of VIEWS) await connection.run(view)
  const decimal = (fen: bigint): InstanceType<typeof DuckDBDecimalValue> => new DuckDBDecimalValue(fen, 18, 2)
  return {
    add: async (_, parts) => {
      for (const { relation, rows } of parts) {
        const appender = appenders.get(relation.name)
        if (!appender) continue
        for (const row of rows) {
          for (const column of relation.columns) appendValue(appender, column, row[column.name] ?? null, decimal)
          appender.endRow()
        }
      }
    },
    close: async () => {
      for (const appender of appenders.values()) appender.closeSync()
      await connection.run('CHECKPOINT')
      connection.closeSync()
      instance.closeSync()
    },
  }
}
