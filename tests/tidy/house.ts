import { readHouse, type SourceFile } from "./checks/source.ts";

/** The files of the house as they lie on disk now. */
export const house: readonly SourceFile[] = readHouse();

/** One planted file, so that a check can prove that it finds what it looks for. */
export function planted(path: string, text: string): SourceFile[] {
  return [{ path, text }];
}
