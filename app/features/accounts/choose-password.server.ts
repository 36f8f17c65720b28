import { readFile } from "node:fs/promises";
import path from "node:path";
import { judgePassword, type PasswordRefusal } from "#app/domain/accounts/password.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform } from "#app/platform/platform.ts";

const WEAK_WORDS_FILE = "app/features/accounts/common-passwords.txt";

export interface PasswordChoice {
  readonly password: string;
  readonly repeated: string;
  /** Names, user name, phone: what an acquaintance would try. */
  readonly ownWords: readonly string[];
}

export type PasswordChoiceRefusal = PasswordRefusal | { code: "passwords_differ" };

/** A new password, judged and hashed. */
export async function choosePassword(
  platform: Platform,
  { password, repeated, ownWords }: PasswordChoice,
): Promise<Verdict<{ passwordHash: string }, PasswordChoiceRefusal>> {
  const weakWords = await readWeakWords(platform.config.appRoot);
  const verdict = judgePassword(password, { weakWords, ownWords });
  if (!verdict.ok) return verdict;
  if (repeated.normalize("NFC") !== verdict.value) return refused({ code: "passwords_differ" });
  return allowed({ passwordHash: await platform.passwords.hash(verdict.value) });
}

/** Read at each choice: a rare act, and nothing to keep in memory. */
async function readWeakWords(appRoot: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path.join(appRoot, WEAK_WORDS_FILE), "utf8");
  return new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));
}
