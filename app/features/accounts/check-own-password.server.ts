import type { TryLater } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { spendProof } from "./spend-proof.server.ts";

/** The caller's own password, counted like any other proof. Answers the hash it matched. */
export async function checkOwnPassword(
  caller: Caller,
  password: string,
): Promise<Verdict<{ passwordHash: string }, { code: "password_wrong" } | TryLater>> {
  const { platform, person } = caller;
  const budget = await spendProof(caller);
  if (!budget.ok) return budget;
  const { passwordHash } = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: person.accountId },
    select: { passwordHash: true },
  });
  const answer = await platform.passwords.verify(passwordHash, password.normalize("NFC"));
  if (answer === "busy") return refused({ code: "try_later", seconds: 5 });
  return answer === "match" && passwordHash !== null
    ? allowed({ passwordHash })
    : refused({ code: "password_wrong" });
}
