import { z } from "zod";

/** Raised when an older program could misread the archive. */
export const ARCHIVE_FORMAT = 1;

/** Where a house keeps what is not a row, below DATA_DIR and below the top of an archive. */
export const FILES_FOLDER = "files";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

const partSchema = z.object({ name: z.string().max(400), bytes: z.number().int().min(0), sha256 });

/** The last entry of an archive: without it the archive ended early, and against it every other one is checked. */
export const manifestSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  databaseVersion: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
  tables: z.array(
    z.object({
      name,
      columns: z.array(name).min(1),
      rows: z.number().int().min(0),
      parts: z.array(partSchema),
    }),
  ),
  sequences: z.array(z.object({ name, lastValue: z.string().regex(/^-?\d+$/) })),
  files: z.array(partSchema),
  /** The ends of the audit chains, so that the restored copy is held against them. */
  anchors: z.array(z.object({ communeId: z.number().int(), seq: z.number().int(), hash: sha256 })),
  /** Tells whether a file of keys belongs to this archive, and nothing about the keys. */
  keyFingerprint: sha256,
});

export type Manifest = z.output<typeof manifestSchema>;
export type TableInArchive = Manifest["tables"][number];
export type PartInArchive = z.output<typeof partSchema>;

export const keysSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  backup: z.uuid(),
  masterKey: z.string().regex(/^[0-9a-f]{64}$/),
});

export type BackupKeys = z.output<typeof keysSchema>;
