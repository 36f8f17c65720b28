import { CALL_WITHIN_HOURS, type HelpState, helpTimes } from "#app/domain/help/help-request.ts";
import type { HelpLine, OneHelp, VillageHelp } from "#app/domain/help/help-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { formatHelpAddress, helpPurpose } from "./help-code.server.ts";
import { mayHelpIn } from "./help-reach.ts";

interface Row extends Omit<HelpLine, "name" | "arrivedAt" | "isLate"> {
  readonly villageId: number;
  readonly arrivedAt: Date;
  readonly contactedAt: Date | null;
  readonly endedAt: Date | null;
  readonly nameCipher: Uint8Array | null;
  readonly wordsCipher: Uint8Array | null;
  readonly hasPhone: boolean;
}

function findRows(tx: Tx, communeId: number, id: string | null): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select r.id, r.village_id as "villageId", v.name as "villageName", r.needs, r.times, r.arrived_at as "arrivedAt",
           r.state, a.display_name as "takenBy", r.contacted_at as "contactedAt", r.ended_at as "endedAt",
           r.name_cipher as "nameCipher", r.words_cipher as "wordsCipher", r.phone_cipher is not null as "hasPhone"
      from help_request r
      join village v on v.commune_id = r.commune_id and v.id = r.village_id
      left join account a on a.id = r.taken_by
     where r.commune_id = ${communeId} and (${id}::uuid is null or r.id = ${id}::uuid)
     order by r.ended_at is not null, case when r.ended_at is null then r.arrived_at end, r.arrived_at desc, r.id
     limit 300`;
}

function lineOf({ platform, now }: Caller, communeId: number, row: Row): HelpLine {
  const { id, villageName, needs, times, state, takenBy, arrivedAt, nameCipher } = row;
  const opened = nameCipher && platform.keys.open(helpPurpose(communeId), nameCipher);
  const isLate = state === "waiting" && now.getTime() - arrivedAt.getTime() > CALL_WITHIN_HOURS * 3_600_000;
  return {
    id,
    villageName,
    needs,
    times,
    state,
    takenBy,
    isLate,
    name: opened,
    arrivedAt: arrivedAt.getTime(),
  };
}

/** What residents of the reader's own villages ask: what waits first, longest waiting on top. */
export function readHelpList(caller: Caller): Promise<HelpLine[]> {
  const scope = caller.scope("help.read-list");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await findRows(tx, communeId, null);
    return rows
      .filter(({ villageId }) => mayHelpIn(caller, villageId))
      .map((row) => lineOf(caller, communeId, row));
  });
}

export function readHelp(caller: Caller, helpId: string): Promise<OneHelp | null> {
  const scope = caller.scope("help.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [row] = await findRows(tx, communeId, helpId);
    if (!row || !mayHelpIn(caller, row.villageId)) return null;
    const reveals = await tx.$queryRaw<{ by: string; at: Date }[]>`
      select a.display_name as by, e.at from help_event e join account a on a.id = e.by_account
       where e.commune_id = ${communeId} and e.request_id = ${helpId}::uuid and e.kind = 'revealed' order by e.at, e.id`;
    const { wordsCipher, contactedAt, endedAt, hasPhone } = row;
    return {
      ...lineOf(caller, communeId, row),
      words: wordsCipher && caller.platform.keys.open(helpPurpose(communeId), wordsCipher),
      contactedAt: contactedAt?.getTime() ?? null,
      endedAt: endedAt?.getTime() ?? null,
      hasPhone,
      reveals: reveals.map(({ by, at }) => ({ by, at: at.getTime() })),
    };
  });
}

/** The indicator by village, and each village's poster: for the office, which sees no name and no number. */
export function readVillageHelp(caller: Caller): Promise<VillageHelp[]> {
  const scope = caller.scope("help.read-villages");
  const communeId = onlyCommune(scope);
  const since = new Date(Date.UTC(Number(caller.today.slice(0, 4)), 0, 1) - 7 * 3_600_000);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const requests = await tx.helpRequest.findMany({
      where: { communeId, arrivedAt: { gte: since } },
      select: { villageId: true, state: true, arrivedAt: true, contactedAt: true },
    });
    const posters = await tx.helpPoster.findMany({
      where: { communeId, endedAt: null },
      select: { villageId: true, code: true },
    });
    return (await findVillages(tx, communeId)).map(({ id, name }) => {
      const poster = posters.find(({ villageId }) => villageId === id);
      const own = requests
        .filter(({ villageId }) => villageId === id)
        .map(({ state, arrivedAt, contactedAt }) => ({
          state: state as HelpState,
          arrivedAt: arrivedAt.getTime(),
          contactedAt: contactedAt?.getTime() ?? null,
        }));
      return {
        villageId: id,
        name,
        address: poster ? formatHelpAddress({ communeId, code: poster.code }) : null,
        ...helpTimes(own, caller.now.getTime()),
      };
    });
  });
}
