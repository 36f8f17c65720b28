/** Pages that are the same for everybody, kept as the bytes that are sent: written once per version, not per visit. */

export type Encoding = "br" | "gzip" | "identity";

export interface KeptPage {
  readonly version: string;
  /** Strong: the same bytes before they are packed have the same one, whatever version they were written at. */
  readonly hash: string;
  /** "sha256-…" of the style that stands in the page itself, for its policy; null where it brings none. */
  readonly styleHash: string | null;
  readonly bytes: Readonly<Record<Encoding, Uint8Array>>;
}

export interface KeptPages {
  /** The page, while it was proved to be the latest a moment ago; null: ask for the version. */
  fresh(key: string): KeptPage | null;
  /** The page at its version, written when nobody has written it yet; those who ask meanwhile wait for the same one. */
  read(key: string, version: string, write: () => Promise<string>): Promise<KeptPage>;
  /** Is not there any more: nobody is given it again. */
  drop(key: string): void;
}
