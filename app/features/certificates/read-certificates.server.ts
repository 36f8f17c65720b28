import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { Prisma } from "#app/platform/prisma-client/client.ts";
import { findCertificates } from "./certificate-row.server.ts";

/** An award that has no paper yet. */
export interface AwardWithoutPaper {
  readonly id: string;
  readonly title: string;
  readonly earnedOn: string;
}

export interface OwnCertificates {
  readonly certificates: readonly CertificateView[];
  readonly awards: readonly AwardWithoutPaper[];
}

/** The caller's own papers and what they can have one of. Null for whoever is on no roster. */
export async function readOwnCertificates(caller: Caller): Promise<OwnCertificates | null> {
  const { platform, communeId, person, today } = caller;
  if (communeId === null) return null;
  return platform.db.withCommunes(caller.scope("certificates.read-own"), async (tx) => {
    const member = await findOwnMember(tx, communeId, person.accountId);
    if (!member) return null;
    const certificates = await findCertificates(
      tx,
      communeId,
      today,
      Prisma.sql`c.member_id = ${member.id}::uuid`,
    );
    const awards = await tx.$queryRaw<AwardWithoutPaper[]>`
      select a.id, d.content ->> 'name' as title, a.earned_on::text as "earnedOn"
        from badge_award a
        join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
       where a.commune_id = ${communeId} and a.subject = 'member' and a.subject_id = ${member.id} and a.revoked_at is null
         and not exists (select from certificate c
                          where c.commune_id = a.commune_id and c.award_id = a.id and c.revoked_at is null)
       order by a.earned_on desc, a.id`;
    return { certificates, awards };
  });
}

/** One paper: of the caller, or of anybody for the office. */
export async function readCertificate(
  caller: Caller,
  id: string,
  whose: "own" | "any",
): Promise<CertificateView | null> {
  const { platform, communeId, person, today } = caller;
  if (communeId === null) return null;
  return platform.db.withCommunes(caller.scope("certificates.read"), async (tx) => {
    const owner =
      whose === "any"
        ? Prisma.sql`true`
        : Prisma.sql`exists (select from member m where m.commune_id = c.commune_id and m.id = c.member_id
                               and m.account_id = ${person.accountId}::uuid)`;
    const [found] = await findCertificates(tx, communeId, today, Prisma.sql`c.id = ${id}::uuid and ${owner}`);
    return found ?? null;
  });
}

const MOST_LISTED = 200;

/** The office's book of papers, newest first; `search` is part of a name, a number or a code. */
export async function readCertificateBook(caller: Caller, search: string | null): Promise<CertificateView[]> {
  const { platform, communeId, today } = caller;
  if (communeId === null) return [];
  const letters = (search ?? "").replace(/[\\%_]/g, (sign) => `\\${sign}`);
  const found = await platform.db.withCommunes(caller.scope("certificates.read-book"), (tx) =>
    findCertificates(
      tx,
      communeId,
      today,
      search === null
        ? Prisma.sql`c.id in (select id from certificate where commune_id = ${communeId}
                               order by issued_at desc limit ${MOST_LISTED})`
        : Prisma.sql`(c.holder_name ilike ${`%${letters}%`} or c.content ->> 'title' ilike ${`%${letters}%`}
                      or lpad(c.number::text, 2, '0') || '/' || c.year = ${search}
                      or c.check_secret = ${bareSecret(search)})`,
    ),
  );
  return found.slice(0, MOST_LISTED);
}

/** The secret part of a code as it was typed; text that is no code matches nothing. */
function bareSecret(text: string): string {
  return text.toLowerCase().replace(/^\d+-/, "").replace(/[\s-]/g, "");
}
