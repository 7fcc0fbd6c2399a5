/** What records can be written as. */
export const exportFormats = ['ndjson', 'csv', 'parquet', 'envelope', 'sql'] as const;
export type ExportFormat = (typeof exportFormats)[number];
