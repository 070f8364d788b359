/** What is used of DuckDB's package. */
declare module '@duckdb/node-api' {
  export interface DuckDBConnection {
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{
      columnNames(): string[];
      getRowObjectsJson(): Record<string, unknown>[];
    }>;
    closeSync(): void;
  }
  export const DuckDBInstance: {
    create(path?: string): Promise<{ connect(): Promise<DuckDBConnection>; closeSync(): void }>;
  };
}
